package report

// The sensitive services of an agency stand together as hidden; unsaid is what
// a number waits for that was transferred to an agency as a whole.
const (
	hidden = "*"
	unsaid = "?"
)

// placeOf is where a figure counts that says it is of an agency and a service,
// empty when it is of none. The directory tells the agency of a service without
// a number.
func (b *builder) placeOf(at place) place {
	service, agency := b.catalogue.Service(at.service)
	if service != nil && at.agency == "" {
		at.agency = agency.Code
	}
	switch {
	case service != nil && service.Sensitive:
		at.service = hidden
	case at.service == "" && at.agency != "":
		at.service = unsaid
	}
	return at
}

func (b *builder) at(p place) *lineBuilder {
	if b.places[p] == nil {
		b.places[p] = &lineBuilder{}
	}
	return b.places[p]
}

func (b *builder) agencyName(code string) string {
	if a := b.catalogue.Agency(code); a != nil {
		return a.ShortName
	}
	return code
}

func (b *builder) serviceName(code string) string {
	if s, _ := b.catalogue.Service(code); s != nil {
		return s.Name
	}
	return code
}
