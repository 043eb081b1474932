package report

import (
	"cmp"
	"slices"

	"frontdesk/internal/models"
)

// twice is how often something must have been searched to be spelled out.
const twice = 2

// searches spells out what was searched often enough and can be read, and
// counts the rest.
func (b *builder) searches() (list []Count, once int) {
	list = []Count{}
	for label, n := range b.counts[models.MeasureNotFound] {
		if n < twice || models.HidesAll(label) {
			once += n
			continue
		}
		list = append(list, Count{label, n})
	}
	slices.SortFunc(list, func(x, y Count) int { return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Of, y.Of)) })
	return list, once
}
