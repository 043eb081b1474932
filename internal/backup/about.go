package backup

import (
	"maps"

	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// holds tells that a database holds just the rows that were put in.
func (a About) holds(c store.Contents) bool {
	return a.Schema == c.Schema && a.knowsHead(c.Audit) && a.MallID == c.MallID && maps.Equal(a.Rows, c.Rows)
}

// same tells that both describe the same backup.
func (a About) same(b About) bool {
	return a.BusinessDate == b.BusinessDate && a.MadeAt.Equal(b.MadeAt) && a.MallID == b.MallID &&
		a.Schema == b.Schema && a.Audit.Seq == b.Audit.Seq && a.Audit.MAC == b.Audit.MAC && maps.Equal(a.Rows, b.Rows)
}

// knowsHead tells that the audit chain ends where it did; a backup of an older
// program says nothing of it.
func (a About) knowsHead(head models.AuditHead) bool {
	return a.Audit.Seq == 0 || a.Audit.Seq == head.Seq && a.Audit.MAC == head.MAC
}
