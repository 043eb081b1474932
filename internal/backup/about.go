package backup

import (
	"maps"

	"frontdesk/internal/store"
)

// holds tells that a database holds just the rows that were put in.
func (a About) holds(c store.Contents) bool {
	return a.Schema == c.Schema && a.MallID == c.MallID && maps.Equal(a.Rows, c.Rows)
}

// same tells that both describe the same backup.
func (a About) same(b About) bool {
	return a.BusinessDate == b.BusinessDate && a.MadeAt.Equal(b.MadeAt) && a.MallID == b.MallID &&
		a.Schema == b.Schema && maps.Equal(a.Rows, b.Rows)
}
