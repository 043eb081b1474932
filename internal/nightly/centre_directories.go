package nightly

import (
	"context"

	"frontdesk/internal/models"
)

// MallDirectory is the newest directory that a centre hands out for a mall.
type MallDirectory struct {
	MallID string
	models.PublishedDirectory
}

// Published lists the newest directory of each mall that this login may see:
// for a new desk, which has no stream yet.
func (c *SQLCentre) Published(ctx context.Context) ([]MallDirectory, error) {
	var rows []directoryRow
	err := c.db.WithContext(ctx).Raw(`SELECT * FROM centre_directories d WHERE version =
		(SELECT max(version) FROM centre_directories n WHERE n.mall_id = d.mall_id) ORDER BY mall_id`).Scan(&rows).Error
	list := make([]MallDirectory, len(rows))
	for i, row := range rows {
		list[i] = MallDirectory{row.MallID, models.PublishedDirectory{Version: row.Version, Digest: row.Digest, Body: row.Body}}
	}
	return list, c.fault(err)
}
