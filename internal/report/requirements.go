package report

import (
	"cmp"
	"slices"

	"frontdesk/internal/models"
)

// Requirement is a paper that was not brought; of a sensitive service neither
// is named.
type Requirement struct {
	Agency    string `json:"agency"` // name
	Service   string `json:"service"`
	Sensitive bool   `json:"sensitive"`
	Name      string `json:"requirement"`
	N         int    `json:"count"`
}

// requirement names a missing paper.
func (b *builder) requirement(f models.Figure) Requirement {
	r := Requirement{Agency: b.agencyName(f.Agency), Service: b.serviceName(f.Service), Name: f.Label}
	if service, _ := b.catalogue.Service(f.Service); service != nil && service.Sensitive {
		r.Service, r.Name, r.Sensitive = "", "", true
	}
	return r
}

func (b *builder) requirements() []Requirement {
	list := []Requirement{}
	for r, n := range b.missing {
		r.N = n
		list = append(list, r)
	}
	slices.SortFunc(list, func(x, y Requirement) int {
		return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Agency, y.Agency), cmp.Compare(x.Service, y.Service), cmp.Compare(x.Name, y.Name))
	})
	return list
}
