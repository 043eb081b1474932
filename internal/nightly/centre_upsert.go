package nightly

import (
	"strings"

	"github.com/jackc/pgx/v5/pgtype"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// newer are the columns that a newer version of a record replaces.
var newer = []string{"erased", "ver", "session", "row_hash", "body", "writer", "seq", "stored_at", "business_date"}

// upsertValues writes rows as one list of values.
func upsertValues(tx *gorm.DB, rows []recordRow) error {
	return tx.Clauses(clause.OnConflict{
		Columns:   []clause.Column{{Name: "mall_id"}, {Name: "id"}},
		DoUpdates: clause.AssignmentColumns(newer),
	}).Create(&rows).Error
}

// upsertArrays writes rows as one array per column: PostgreSQL plans each of
// the thousands of parameters of a long list of values.
func upsertArrays(tx *gorm.DB, rows []recordRow) error {
	return tx.Exec(arraysStatement,
		column(rows, func(r *recordRow) string { return r.MallID }),
		column(rows, func(r *recordRow) string { return r.ID }),
		column(rows, func(r *recordRow) string { return r.Entity }),
		column(rows, func(r *recordRow) string { return r.DeskID }),
		column(rows, func(r *recordRow) string { return r.BusinessDate }),
		column(rows, func(r *recordRow) bool { return r.Erased }),
		column(rows, func(r *recordRow) int64 { return r.Ver }),
		column(rows, func(r *recordRow) string { return r.Session }),
		column(rows, func(r *recordRow) []byte { return r.RowHash }),
		column(rows, func(r *recordRow) string { return r.Body }),
		column(rows, func(r *recordRow) string { return r.Writer }),
		column(rows, func(r *recordRow) int64 { return r.Seq }),
		column(rows, func(r *recordRow) int64 { return r.StoredAt })).Error
}

var arraysStatement = `INSERT INTO centre_records (mall_id, id, entity, desk_id, business_date, erased, ver, session, row_hash,
		body, writer, seq, stored_at)
	SELECT mall_id, id, entity, desk_id, business_date, erased, ver, session, row_hash, body::jsonb, writer, seq, stored_at
	FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[], ?::text[], ?::bytea[],
		?::text[], ?::text[], ?::bigint[], ?::bigint[])
		AS r (mall_id, id, entity, desk_id, business_date, erased, ver, session, row_hash, body, writer, seq, stored_at)
	ON CONFLICT (mall_id, id) DO UPDATE SET ` + excluded(newer)

func excluded(columns []string) string {
	set := make([]string, len(columns))
	for i, name := range columns {
		set[i] = name + " = excluded." + name
	}
	return strings.Join(set, ", ")
}

// column is one column of rows. The struct keeps GORM from spelling the
// elements out.
func column[T any](rows []recordRow, of func(*recordRow) T) pgtype.Array[T] {
	list := make([]T, len(rows))
	for i := range rows {
		list[i] = of(&rows[i])
	}
	return pgtype.Array[T]{Elements: list, Dims: []pgtype.ArrayDimension{{Length: int32(len(list)), LowerBound: 1}}, Valid: true}
}
