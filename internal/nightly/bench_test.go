package nightly

import (
	"context"
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
)

// Each visit is three rows: itself, its ticket, and that this was issued.
const (
	rowsPerVisit = 3
	rounds       = 3
	benchVisits  = 10_000  // of a round
	nightVisits  = 1_500   // of one day
	longBacklog  = 500_000 // rows of a desk that was cut off for a year
)

// BenchmarkSync measures a run of the sync beside a plain upsert of the same
// rows by GORM, in turn on the same database. For -benchtime 1x.
func BenchmarkSync(b *testing.B) {
	for _, place := range benchPlaces(b) {
		b.Run(place.name, func(b *testing.B) {
			var ours, plain, copied []float64
			for range rounds {
				desk := crowdedDesk(b, place.site, benchVisits)
				rows := plainRows(desk)
				plain = append(plain, perSecond(rows, func() { plainUpsert(desk, rows) }))
				if desk.world.centre.dialect.nowMicros != "" {
					copied = append(copied, perSecond(rows, func() { plainCopy(desk, rows) }))
				}
				ours = append(ours, perSecond(rows, func() { sendAll(desk, nil) }))
			}
			b.ReportMetric(100*median(ours)/median(plain), "%-of-plain-upsert")
			b.ReportMetric(median(ours), "rows/s")
			b.ReportMetric(median(plain), "rows/s-plain-upsert")
			if copied != nil {
				b.ReportMetric(median(copied), "rows/s-COPY")
			}
		})
	}
}

// BenchmarkNight measures a run after one day.
func BenchmarkNight(b *testing.B) {
	for _, place := range benchPlaces(b) {
		b.Run(place.name, func(b *testing.B) {
			desk := crowdedDesk(b, place.site, nightVisits)
			began := time.Now()
			sendAll(desk, nil)
			b.ReportMetric(time.Since(began).Seconds(), "s-for-1500-visits")
		})
	}
}

// BenchmarkBacklog measures whether speed and memory stay flat over a long run.
func BenchmarkBacklog(b *testing.B) {
	for _, place := range benchPlaces(b) {
		b.Run(place.name, func(b *testing.B) {
			desk := crowdedDesk(b, place.site, longBacklog/rowsPerVisit)
			forgetPeak(b)
			var at []time.Time // of each tenth
			sendAll(desk, func(p Progress) {
				if p.Sent >= len(at)*longBacklog/10 && len(at) <= 10 {
					at = append(at, time.Now())
				}
			})
			last := len(at) - 1
			b.ReportMetric(float64(at[1].Sub(at[0]))/float64(at[last].Sub(at[last-1])), "speed-of-last-tenth-to-first")
			b.ReportMetric(longBacklog/10/at[1].Sub(at[0]).Seconds(), "rows/s-first-tenth")
			b.ReportMetric(longBacklog/10/at[last].Sub(at[last-1]).Seconds(), "rows/s-last-tenth")
			b.ReportMetric(peak(b), "MB-peak")
		})
	}
}

type benchPlace struct {
	name string
	site func(w *world) site
}

// benchPlaces are a centre in a file on the disk and one on a real server,
// new for each desk.
func benchPlaces(b *testing.B) []benchPlace {
	server := pgtest.Start(b)
	made := 0
	return []benchPlace{{"SQLite", fileCentre}, {"PostgreSQL", func(w *world) site {
		made++
		name := fmt.Sprint("bench_", made)
		server.CreateDatabase(b, name)
		s := &serverSite{w, server.URL(pgtest.Superuser, name)}
		c := s.open()
		defer c.Close()
		must(w, c.Init(context.Background()))
		must(w, c.Enrol(context.Background(), models.Desk(blank.self)))
		return s
	}}}
}

// crowdedDesk is a desk with a backlog.
func crowdedDesk(b *testing.B, found func(w *world) site, visits int) *station {
	w := emptyWorld(b, 1)
	w.begin(found(w))
	desk := w.desks[0]
	desk.exec(fmt.Sprintf(crowdScript, visits, desk.mallID, desk.self.ID, sealedText))
	// A batch that is noted gives its rows the hashes that the program's own
	// writes have; then it is forgotten.
	ctx := context.Background()
	must(b, desk.store.Depart(ctx, models.Flight{Batch: "all", To: math.MaxInt64}))
	must(b, desk.store.MoveTo(ctx, 0, ""))
	return desk
}

const sealedText = "a sealed identity is as long as a name, a NIK, a phone and a nonce: some 120 bytes of noise altogether, as here"

const crowdScript = `BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i < %d)
	SELECT printf('00000000-0000-7000-8000-%%012d', i) AS id, i, 1795394460000000 + i * 1000000 AS at FROM c;
INSERT INTO visits (id, mall_id, desk_id, operator_id, business_date, kind, arrived_at, recorded_at, party, identity, key_id,
		nik_index, masked_name)
	SELECT 'a' || id, '%[2]s', '%[3]s', 'meja', '2026-11-23', 'service', at, at, 1, CAST('%[4]s' AS BLOB), 'k', 'nik', 'A••••' FROM n;
INSERT INTO tickets (id, mall_id, desk_id, operator_id, business_date, visit_id, agency, service, counter, prefix, sequence,
		number, state, papers, issued_at, recorded_at)
	SELECT 'b' || id, '%[2]s', '%[3]s', 'meja', '2026-11-23', 'a' || id, 'DUK', 'DUK-02', 'DUK-1', '1A', i, '1A-' || i,
		'waiting', 'not_checked', at, at FROM n;
INSERT INTO ticket_events (id, mall_id, desk_id, operator_id, business_date, ticket_id, kind, state, at, recorded_at)
	SELECT 'c' || id, '%[2]s', '%[3]s', 'meja', '2026-11-23', 'b' || id, 'issued', 'waiting', at, at FROM n;
DROP TABLE n;
COMMIT;`

// sendAll is a run with the batch of the product.
func sendAll(desk *station, progress func(Progress)) {
	e := NewEngine(Options{Feed: desk.store, Centre: desk.world.centre, Clock: desk, NewID: desk.newID, Progress: progress})
	r, err := e.Run(context.Background())
	must(desk, err)
	if r.Waiting > 0 || r.Sent < nightVisits*rowsPerVisit {
		desk.Fatalf("sent %d, %d wait", r.Sent, r.Waiting)
	}
}

// plainRow is a record as a program without a protocol would keep it.
type plainRow struct {
	MallID       string `gorm:"primaryKey"`
	ID           string `gorm:"primaryKey"`
	Entity       string
	DeskID       string
	BusinessDate string
	Erased       bool
	Ver          int64
	Session      string
	RowHash      []byte
	Body         string
}

func plainRows(desk *station) []plainRow {
	changes, err := desk.store.Changes(context.Background(), 0, benchVisits*rowsPerVisit+1)
	must(desk, err)
	rows := make([]plainRow, len(changes))
	for i, c := range changes {
		rows[i] = plainRow{c.MallID, c.ID, c.Entity, c.DeskID, c.BusinessDate, c.Erased, c.Ver, c.Session, c.Hash, string(c.Body)}
	}
	must(desk, desk.world.centre.db.AutoMigrate(&plainRow{}))
	return rows
}

func plainUpsert(desk *station, rows []plainRow) {
	for part := range slices.Chunk(rows, fullBatch) {
		must(desk, desk.world.centre.db.Transaction(func(tx *gorm.DB) error {
			return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(&part).Error
		}))
	}
}

// plainCopy is the fastest way into PostgreSQL, without any upsert.
func plainCopy(desk *station, rows []plainRow) {
	ctx, db := context.Background(), desk.world.centre.db
	must(desk, db.Exec("CREATE TABLE plain_copies (LIKE plain_rows INCLUDING INDEXES)").Error)
	pool, err := db.DB()
	must(desk, err)
	conn, err := pool.Conn(ctx)
	must(desk, err)
	defer conn.Close()
	must(desk, conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{"plain_copies"},
			[]string{"mall_id", "id", "entity", "desk_id", "business_date", "erased", "ver", "session", "row_hash", "body"},
			pgx.CopyFromSlice(len(rows), func(i int) ([]any, error) {
				r := &rows[i]
				return []any{r.MallID, r.ID, r.Entity, r.DeskID, r.BusinessDate, r.Erased, r.Ver, r.Session, r.RowHash, r.Body}, nil
			}))
		return err
	}))
}

func perSecond(rows []plainRow, work func()) float64 {
	began := time.Now()
	work()
	return float64(len(rows)) / time.Since(began).Seconds()
}

func median(list []float64) float64 { return slices.Sorted(slices.Values(list))[len(list)/2] }

// forgetPeak makes the kernel measure the process's peak memory from now on.
func forgetPeak(b *testing.B) {
	debug.FreeOSMemory()
	must(b, os.WriteFile("/proc/self/clear_refs", []byte("5"), 0))
}

// peak is the greatest resident memory in MB.
func peak(b *testing.B) float64 {
	_, after, _ := strings.Cut(string(readFile(b, "/proc/self/status")), "VmHWM:")
	kB, err := strconv.Atoi(strings.Fields(after)[0])
	must(b, err)
	return float64(kB) / 1024
}
