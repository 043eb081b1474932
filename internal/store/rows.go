package store

import (
	"encoding/json"
	"strings"
	"time"

	"frontdesk/internal/models"
)

// Rows are the tables as GORM sees them; nothing outside this room does.

// OriginRow is exported since GORM reads only exported embedded fields.
type OriginRow struct {
	MallID       string
	DeskID       string
	OperatorID   string
	BusinessDate string
}

func originOf(o models.Origin) OriginRow { return OriginRow(o) }

func (o OriginRow) model() models.Origin { return models.Origin(o) }

type visitRow struct {
	ID          string `gorm:"primaryKey"`
	OriginRow   `gorm:"embedded"`
	Kind        string
	ArrivedAt   int64
	RecordedAt  int64
	Party       int
	Priorities  string
	TurnedAway  string
	Service     string
	Identity    []byte
	KeyID       string
	NIKIndex    string `gorm:"column:nik_index"`
	PhoneIndex  string
	PersonIndex string
	MaskedName  string
	MaskedNIK   string `gorm:"column:masked_nik"`
	MaskedPhone string
	Practice    bool
	VoidedAt    int64
	ErasedAt    int64
	StoppedAt   *int64
}

func (visitRow) TableName() string { return "visits" }

func visitRowOf(v models.Visit) visitRow {
	return visitRow{
		ID: v.ID, OriginRow: originOf(v.Origin), Kind: string(v.Kind),
		ArrivedAt: micros(v.ArrivedAt), RecordedAt: micros(v.RecordedAt), Party: v.Party,
		Priorities: joinPriorities(v.Priorities), TurnedAway: string(v.TurnedAway), Service: v.Service,
		Identity: v.Identity.Blob, KeyID: v.Identity.KeyID,
		NIKIndex: v.Identity.NIKIndex, PhoneIndex: v.Identity.PhoneIndex, PersonIndex: v.Identity.PersonIndex,
		MaskedName: v.Identity.Masked.Name, MaskedNIK: v.Identity.Masked.NIK, MaskedPhone: v.Identity.Masked.Phone,
		Practice: v.Practice, VoidedAt: micros(v.VoidedAt), ErasedAt: micros(v.ErasedAt), StoppedAt: some(micros(v.StoppedAt)),
	}
}

func (r visitRow) model() models.Visit {
	return models.Visit{
		ID: r.ID, Origin: r.OriginRow.model(), Kind: models.VisitKind(r.Kind),
		ArrivedAt: instant(r.ArrivedAt), RecordedAt: instant(r.RecordedAt), Party: r.Party,
		Priorities: splitPriorities(r.Priorities), TurnedAway: models.TurnedAway(r.TurnedAway), Service: r.Service,
		Identity: models.SealedIdentity{Blob: r.Identity, KeyID: r.KeyID, NIKIndex: r.NIKIndex,
			PhoneIndex: r.PhoneIndex, PersonIndex: r.PersonIndex,
			Masked: models.MaskedIdentity{Name: r.MaskedName, NIK: r.MaskedNIK, Phone: r.MaskedPhone}},
		Practice: r.Practice, VoidedAt: instant(r.VoidedAt), ErasedAt: instant(r.ErasedAt), StoppedAt: instant(value(r.StoppedAt)),
	}
}

type ticketRow struct {
	ID          string `gorm:"primaryKey"`
	OriginRow   `gorm:"embedded"`
	VisitID     string
	Agency      string
	Service     string
	Counter     string
	Prefix      string
	Sequence    int
	Number      string
	State       string
	Papers      string
	Missing     string
	ForceReason string
	VoidReason  string
	IssuedAt    int64
	RecordedAt  int64
	Priority    *bool
	AtCounter   *string
	ParkedUntil *int64
	Calls       *int
	NoShows     *int
	Since       *int64
	LastEvent   *string
	Follows     *string
}

func (ticketRow) TableName() string { return "tickets" }

func ticketRowOf(t models.Ticket) ticketRow {
	return ticketRow{
		ID: t.ID, OriginRow: originOf(t.Origin), VisitID: t.VisitID, Agency: t.Agency, Service: t.Service,
		Counter: t.Counter, Prefix: t.Prefix, Sequence: t.Sequence, Number: t.Number, State: string(t.State),
		Papers: string(t.Papers), Missing: listText(t.Missing), ForceReason: t.ForceReason, VoidReason: t.VoidReason,
		IssuedAt: micros(t.IssuedAt), RecordedAt: micros(t.RecordedAt), Priority: &t.Priority,
		AtCounter: some(t.AtCounter), ParkedUntil: some(micros(t.ParkedUntil)), Calls: some(t.Calls), NoShows: some(t.NoShows),
		Since: some(micros(t.Since)), LastEvent: some(t.LastEvent), Follows: some(t.Follows),
	}
}

func (r ticketRow) model() models.Ticket {
	return models.Ticket{
		ID: r.ID, Origin: r.OriginRow.model(), VisitID: r.VisitID, Agency: r.Agency, Service: r.Service,
		Counter: r.Counter, Prefix: r.Prefix, Sequence: r.Sequence, Number: r.Number, State: models.TicketState(r.State),
		Papers: models.Papers(r.Papers), Missing: textList(r.Missing), ForceReason: r.ForceReason, VoidReason: r.VoidReason,
		IssuedAt: instant(r.IssuedAt), RecordedAt: instant(r.RecordedAt), Priority: value(r.Priority),
		AtCounter: value(r.AtCounter), ParkedUntil: instant(value(r.ParkedUntil)), Calls: value(r.Calls), NoShows: value(r.NoShows),
		Since: instant(value(r.Since)), LastEvent: value(r.LastEvent), Follows: value(r.Follows),
	}
}

type eventRow struct {
	ID         string `gorm:"primaryKey"`
	OriginRow  `gorm:"embedded"`
	TicketID   string
	Kind       string
	State      string
	At         int64
	RecordedAt int64
	Counter    string
	Reason     string

	Action          *string
	Undoes          *string
	CallNumber      *int
	Agency          *string
	Service         *string
	ParkedUntil     *int64
	FromState       *string
	FromCounter     *string
	FromParkedUntil *int64
	FromSince       *int64
	FromAgency      *string
	FromService     *string
	Follows         *string
	FromFollows     *string
}

func (eventRow) TableName() string { return "ticket_events" }

func eventRowOf(e models.TicketEvent) eventRow {
	return eventRow{ID: e.ID, OriginRow: originOf(e.Origin), TicketID: e.TicketID, Kind: string(e.Kind),
		State: string(e.State), At: micros(e.At), RecordedAt: micros(e.RecordedAt), Counter: e.Counter, Reason: e.Reason,
		Action: some(e.Action), Undoes: some(e.Undoes), CallNumber: some(e.CallNumber), Agency: some(e.Agency), Service: some(e.Service),
		ParkedUntil: some(micros(e.ParkedUntil)), FromState: some(string(e.Before.State)), FromCounter: some(e.Before.AtCounter),
		FromParkedUntil: some(micros(e.Before.ParkedUntil)), FromSince: some(micros(e.Before.Since)),
		FromAgency: some(e.Before.Agency), FromService: some(e.Before.Service),
		Follows: some(e.Follows), FromFollows: some(e.Before.Follows)}
}

func (r eventRow) model() models.TicketEvent {
	return models.TicketEvent{ID: r.ID, Origin: r.OriginRow.model(), TicketID: r.TicketID, Kind: models.TicketEventKind(r.Kind),
		State: models.TicketState(r.State), At: instant(r.At), RecordedAt: instant(r.RecordedAt), Counter: r.Counter, Reason: r.Reason,
		Action: value(r.Action), Undoes: value(r.Undoes), CallNumber: value(r.CallNumber), Agency: value(r.Agency), Service: value(r.Service),
		ParkedUntil: instant(value(r.ParkedUntil)), Follows: value(r.Follows),
		Before: models.Before{State: models.TicketState(value(r.FromState)), AtCounter: value(r.FromCounter),
			ParkedUntil: instant(value(r.FromParkedUntil)), Since: instant(value(r.FromSince)),
			Agency: value(r.FromAgency), Service: value(r.FromService), Follows: value(r.FromFollows)}}
}

type missRow struct {
	ID        string `gorm:"primaryKey"`
	OriginRow `gorm:"embedded"`
	Words     string
	At        int64
}

func (missRow) TableName() string { return "search_misses" }

type openingRow struct {
	ID        string `gorm:"primaryKey"`
	OriginRow `gorm:"embedded"`
	VisitID   string
	Why       string
	At        int64
}

func (openingRow) TableName() string { return "identity_openings" }

// some and value keep the zero value as null, which is left out of a record's
// body and hash.
func some[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// micros and instant keep "not yet" (zero time) as 0.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func instant(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

func joinPriorities(list []models.Priority) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = string(p)
	}
	return strings.Join(words, ",")
}

func splitPriorities(text string) []models.Priority {
	if text == "" {
		return nil
	}
	var list []models.Priority
	for _, word := range strings.Split(text, ",") {
		list = append(list, models.Priority(word))
	}
	return list
}

func listText(list []string) string {
	if len(list) == 0 {
		return ""
	}
	text, _ := json.Marshal(list) // a list of strings always has a JSON text
	return string(text)
}

func textList(text string) []string {
	var list []string
	if text == "" || json.Unmarshal([]byte(text), &list) != nil {
		return nil
	}
	return list
}
