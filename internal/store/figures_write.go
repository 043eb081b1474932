package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gorm.io/gorm"

	"frontdesk/internal/models"
)

// changeFigures adds changes to the figures of a period, whose rows before it
// is told, and takes out what comes to nothing.
func changeFigures(db *gorm.DB, mallID, period string, before map[models.FigureKey]figureRow, changes barred) error {
	var rows []figureRow
	for key, more := range changes {
		row, there := before[key]
		sum := maps.Clone(more)
		if there {
			eachBar(row.n, row.bars, sum.add)
		}
		row = figureRow{key, sum.sum(), sum.text()}
		switch {
		case len(sum) > 0:
			rows = append(rows, row)
		case there:
			if err := dropFigure(db, mallID, period, key); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(rows, func(a, b figureRow) int {
		return cmp.Or(cmp.Compare(a.key.Measure, b.key.Measure), cmp.Compare(a.key.Agency, b.key.Agency),
			cmp.Compare(a.key.Service, b.key.Service), cmp.Compare(a.key.Label, b.key.Label))
	})
	for part := range slices.Chunk(rows, figuresAtOnce) {
		if err := putFigures(db, mallID, period, part); err != nil {
			return err
		}
	}
	return nil
}

// figuresAtOnce is how many go with one statement, which takes 32,766 values.
const figuresAtOnce = 500

func putFigures(db *gorm.DB, mallID, period string, part []figureRow) error {
	values := make([]any, 0, len(part)*8)
	for _, r := range part {
		values = append(values, mallID, period, string(r.key.Measure), r.key.Agency, r.key.Service, r.key.Label, r.n, r.bars)
	}
	statement := `INSERT INTO figures (mall_id, period, measure, agency, service, label, n, bars) VALUES (?, ?, ?, ?, ?, ?, ?, ?)` +
		strings.Repeat(`, (?, ?, ?, ?, ?, ?, ?, ?)`, len(part)-1) +
		` ON CONFLICT (mall_id, period, measure, agency, service, label) DO UPDATE SET n = excluded.n, bars = excluded.bars`
	return db.Exec(statement, values...).Error
}

func dropFigure(db *gorm.DB, mallID, period string, key models.FigureKey) error {
	return db.Exec(`DELETE FROM figures WHERE mall_id = ? AND period = ? AND measure = ? AND agency = ? AND service = ? AND label = ?`,
		mallID, period, string(key.Measure), key.Agency, key.Service, key.Label).Error
}

// periodRows are the rows of a period by what they count.
func periodRows(db *gorm.DB, mallID, period string) (map[models.FigureKey]figureRow, error) {
	rows := map[models.FigureKey]figureRow{}
	err := figureRows(db, mallID, []string{period}, func(r figureRow) { rows[r.key] = r })
	return rows, err
}
