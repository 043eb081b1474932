package desk_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

const wallTime = "2006-01-02 15:04"

// statusCase is one row: at a local time the agency has a state, says why, and
// opens next at another local time ("" for never, or for open now).
type statusCase struct {
	rule     string
	at       string
	state    models.State
	says     string
	next     string
	issued   int
	presence models.Presence
}

func (c statusCase) check(t *testing.T, d *models.Directory, a *models.Agency) {
	t.Helper()
	loc := d.Mall.Location()
	got := desk.Status(d, a, local(t, loc, c.at), c.presence, c.issued)
	if got.State != c.state {
		t.Errorf("state %q, want %q", got.State, c.state)
	}
	if says := text.MustLoad(text.Indonesian).Say(got.Reason); says != c.says {
		t.Errorf("says %q, want %q", says, c.says)
	}
	next := ""
	if !got.NextOpening.IsZero() {
		next = got.NextOpening.In(loc).Format(wallTime)
	}
	if next != c.next {
		t.Errorf("opens next %q, want %q", next, c.next)
	}
	open := c.state == models.StateOpen || c.state == models.StateLate || c.state == models.StateUnknown && strings.HasPrefix(c.says, "kalender")
	if got.Open != open {
		t.Errorf("open is %v, want %v", got.Open, open)
	}
	if english := text.MustLoad(text.English).Say(got.Reason); strings.ContainsAny(english, "{}") || english == got.Reason.Key {
		t.Errorf("English says %q", english)
	}
}

func local(t *testing.T, loc *time.Location, wall string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation(wallTime, wall, loc)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// In November 2026 the 23rd is a Monday.
func TestStatusOfTheSample(t *testing.T) {
	d := directory.Sample()
	catalogue := models.NewCatalogue(d)
	absent := models.Presence{State: models.PresenceAbsent, Reason: "rapat"}
	until := models.Presence{State: models.PresenceAbsent, Until: local(t, d.Mall.Location(), "2026-11-23 10:15")}
	late := models.Presence{State: models.PresenceLate, Reason: "hujan", Until: until.Until}
	outage := models.Presence{State: models.PresenceOutage, Reason: "server mati"}
	away := models.Presence{State: models.PresenceBreak, Until: until.Until}
	afternoon := models.Presence{State: models.PresenceBreak, Until: local(t, d.Mall.Location(), "2026-11-23 13:20")}
	longAway := models.Presence{State: models.PresenceBreak, Until: local(t, d.Mall.Location(), "2026-11-23 12:30")}
	for agency, cases := range map[string][]statusCase{
		"DUK": { // Monday to Thursday 08–12 and 13–15.30, Friday 08–11.30 and 13.30–15
			{rule: "before the first opening it is not yet open", at: "2026-11-23 07:59", state: "not_yet", says: "buka hari ini 08.00", next: "2026-11-23 08:00"},
			{rule: "the opening minute is open", at: "2026-11-23 08:00", state: "open", says: "sampai 12.00"},
			{rule: "the last minute before a break is open", at: "2026-11-23 11:59", state: "open", says: "sampai 12.00"},
			{rule: "the closing instant is not open", at: "2026-11-23 12:00", state: "break", says: "istirahat, buka lagi 13.00", next: "2026-11-23 13:00"},
			{rule: "between two spans is a break", at: "2026-11-23 12:30", state: "break", says: "istirahat, buka lagi 13.00", next: "2026-11-23 13:00"},
			{rule: "after the break it is open again", at: "2026-11-23 13:00", state: "open", says: "sampai 15.30"},
			{rule: "after the last closing it is closed until tomorrow", at: "2026-11-23 15:30", state: "closed", says: "tutup sejak 15.30", next: "2026-11-24 08:00"},
			{rule: "late at night it is closed until tomorrow", at: "2026-11-23 23:59", state: "closed", says: "tutup sejak 15.30", next: "2026-11-24 08:00"},
			{rule: "after midnight the next day counts", at: "2026-11-24 00:00", state: "not_yet", says: "buka hari ini 08.00", next: "2026-11-24 08:00"},
			{rule: "the Friday break is longer", at: "2026-11-27 12:45", state: "break", says: "istirahat, buka lagi 13.30", next: "2026-11-27 13:30"},
			{rule: "Friday closes earlier", at: "2026-11-27 15:00", state: "closed", says: "tutup sejak 15.00", next: "2026-11-30 08:00"},
			{rule: "Saturday is closed until Monday", at: "2026-11-28 09:00", state: "closed", says: "tutup hari Sabtu", next: "2026-11-30 08:00"},
			{rule: "Sunday is closed until Monday", at: "2026-11-29 09:00", state: "closed", says: "tutup hari Minggu", next: "2026-11-30 08:00"},
			{rule: "a national holiday closes", at: "2026-12-25 09:00", state: "holiday", says: "libur Hari Natal", next: "2026-12-28 08:00"},
			{rule: "collective leave closes, and the holiday after it too", at: "2026-12-24 09:00", state: "holiday", says: "libur Cuti bersama", next: "2026-12-28 08:00"},
			{rule: "the day before leave looks past leave, holiday and weekend", at: "2026-12-23 16:00", state: "closed", says: "tutup sejak 15.30", next: "2026-12-28 08:00"},
			{rule: "a holiday is one at night too", at: "2026-12-25 22:00", state: "holiday", says: "libur Hari Natal", next: "2026-12-28 08:00"},
			{rule: "a holiday in the week closes for one day", at: "2026-08-25 10:00", state: "holiday", says: "libur Maulid Nabi Muhammad", next: "2026-08-26 08:00"},
			{rule: "a next opening in a year without holidays says so", at: "2026-12-31 16:00", state: "closed", says: "tutup sejak 15.30; kalender 2027 belum diisi", next: "2027-01-01 08:00"},
			{rule: "a year without holidays is unknown but open within hours", at: "2027-01-04 09:00", state: "unknown", says: "kalender 2027 belum diisi"},
			{rule: "outside hours such a year has the ordinary state", at: "2027-01-04 16:00", state: "closed", says: "tutup sejak 15.30; kalender 2027 belum diisi", next: "2027-01-05 08:00"},
			{rule: "in the break such a year has the ordinary state", at: "2027-01-04 12:15", state: "break", says: "istirahat, buka lagi 13.00; kalender 2027 belum diisi", next: "2027-01-04 13:00"},
			{rule: "absent for the rest of the day", at: "2026-11-23 09:00", presence: absent, state: "absent", says: "tidak hadir: rapat", next: "2026-11-24 08:00"},
			{rule: "absent before hours", at: "2026-11-23 07:00", presence: absent, state: "absent", says: "tidak hadir: rapat", next: "2026-11-24 08:00"},
			{rule: "absent in the break", at: "2026-11-23 12:30", presence: absent, state: "absent", says: "tidak hadir: rapat", next: "2026-11-24 08:00"},
			{rule: "absent until a time, then open", at: "2026-11-23 09:00", presence: until, state: "absent", says: "tidak hadir sampai 10.15", next: "2026-11-23 10:15"},
			{rule: "when the absence has ended it is open", at: "2026-11-23 10:15", presence: until, state: "open", says: "sampai 12.00"},
			{rule: "after hours nobody is absent", at: "2026-11-23 16:00", presence: absent, state: "closed", says: "tutup sejak 15.30", next: "2026-11-24 08:00"},
			{rule: "on a holiday nobody is absent", at: "2026-12-25 09:00", presence: absent, state: "holiday", says: "libur Hari Natal", next: "2026-12-28 08:00"},
			{rule: "late agencies give numbers all the same", at: "2026-11-23 09:00", presence: late, state: "late", says: "terlambat, sampai 10.15: hujan"},
			{rule: "late before the opening it is not yet open", at: "2026-11-23 07:00", presence: late, state: "not_yet", says: "buka hari ini 08.00", next: "2026-11-23 08:00"},
			{rule: "who was late until now is open", at: "2026-11-23 10:15", presence: late, state: "open", says: "sampai 12.00"},
			{rule: "an outage gives no numbers", at: "2026-11-23 09:00", presence: outage, state: "outage", says: "gangguan: server mati", next: "2026-11-24 08:00"},
			{rule: "a break by hand ends when it was said", at: "2026-11-23 09:00", presence: away, state: "break", says: "istirahat sampai 10.15", next: "2026-11-23 10:15"},
			{rule: "a break by hand may go on after that of the schedule", at: "2026-11-23 12:20", presence: afternoon, state: "break", says: "istirahat sampai 13.20", next: "2026-11-23 13:20"},
			{rule: "one that ends within it changes nothing", at: "2026-11-23 12:20", presence: longAway, state: "break", says: "istirahat, buka lagi 13.00", next: "2026-11-23 13:00"},
			{rule: "a break by hand into that of the schedule ends with it", at: "2026-11-23 11:50", presence: longAway, state: "break", says: "istirahat sampai 12.30", next: "2026-11-23 13:00"},
			{rule: "present agencies keep their schedule", at: "2026-11-23 12:30", presence: models.Presence{State: models.PresencePresent}, state: "break", says: "istirahat, buka lagi 13.00", next: "2026-11-23 13:00"},
			{rule: "without a quota numbers never run out", at: "2026-11-23 09:00", issued: 5000, state: "open", says: "sampai 12.00"},
		},
		"IMI": { // Monday and Wednesday 08–12, 30 numbers, the last at 09.30
			{rule: "the last number's time is told while open", at: "2026-11-23 08:41", issued: 21, state: "open", says: "nomor terakhir 09.30"},
			{rule: "the minute of the last number is still fine", at: "2026-11-23 09:30", state: "open", says: "nomor terakhir 09.30"},
			{rule: "after the minute of the last number none is given", at: "2026-11-23 09:31", state: "last_ticket_passed", says: "nomor terakhir hari ini 09.30", next: "2026-11-25 08:00"},
			{rule: "one number left is open", at: "2026-11-23 09:00", issued: 29, state: "open", says: "nomor terakhir 09.30"},
			{rule: "the quota gone names the next day with an opening", at: "2026-11-23 09:00", issued: 30, state: "quota_gone", says: "kuota 30 nomor hari ini habis", next: "2026-11-25 08:00"},
			{rule: "more than the quota is gone too", at: "2026-11-23 09:00", issued: 31, state: "quota_gone", says: "kuota 30 nomor hari ini habis", next: "2026-11-25 08:00"},
			{rule: "the quota gone wins over not yet", at: "2026-11-23 07:30", issued: 30, state: "quota_gone", says: "kuota 30 nomor hari ini habis", next: "2026-11-25 08:00"},
			{rule: "the last number passed wins over the quota gone", at: "2026-11-23 10:00", issued: 30, state: "last_ticket_passed", says: "nomor terakhir hari ini 09.30", next: "2026-11-25 08:00"},
			{rule: "after closing it is closed whatever the quota", at: "2026-11-23 12:00", issued: 30, state: "closed", says: "tutup sejak 12.00", next: "2026-11-25 08:00"},
			{rule: "a day between its days says which they are", at: "2026-11-24 09:00", state: "closed", says: "Imigrasi hanya hadir Senin dan Rabu", next: "2026-11-25 08:00"},
			{rule: "absence wins over the quota gone", at: "2026-11-23 09:00", issued: 30, presence: absent, state: "absent", says: "tidak hadir: rapat", next: "2026-11-25 08:00"},
			{rule: "on another agency's day nobody is absent", at: "2026-11-24 09:00", presence: absent, state: "closed", says: "Imigrasi hanya hadir Senin dan Rabu", next: "2026-11-25 08:00"},
			{rule: "an absence that ends after the last number lasts for the day", at: "2026-11-23 09:00", presence: until, state: "absent", says: "tidak hadir sampai 10.15", next: "2026-11-25 08:00"},
		},
		"KPP": { // the 10th, 20th and 30th, 08–12
			{rule: "another date says the dates", at: "2026-11-23 08:47", state: "closed", says: "KPP Pratama hanya hadir pada tanggal 10, 20, dan 30", next: "2026-11-30 08:00"},
			{rule: "its date is open", at: "2026-11-30 08:00", state: "open", says: "sampai 12.00"},
			{rule: "a date on a closed Saturday of the mall is closed", at: "2026-10-10 09:00", state: "closed", says: "gedung tutup hari Sabtu", next: "2026-10-20 08:00"},
			{rule: "February has no 30th", at: "2026-02-20 12:00", state: "closed", says: "tutup sejak 11.30", next: "2026-03-10 08:00"},
			{rule: "a date that is collective leave is skipped", at: "2026-03-19 12:00", state: "holiday", says: "libur Hari Suci Nyepi", next: "2026-03-30 08:00"},
		},
		"PAG": { // Monday to Friday 09–14, over the mall's Friday break
			{rule: "opens later than the mall", at: "2026-11-23 08:42", state: "not_yet", says: "buka hari ini 09.00", next: "2026-11-23 09:00"},
			{rule: "on Friday it closes with the mall for prayers", at: "2026-11-27 11:29", state: "open", says: "sampai 11.30"},
			{rule: "the mall's Friday break is the agency's too", at: "2026-11-27 11:30", state: "break", says: "istirahat, buka lagi 13.30", next: "2026-11-27 13:30"},
			{rule: "after the mall's break its own closing counts", at: "2026-11-27 13:30", state: "open", says: "sampai 14.00"},
			{rule: "its own closing comes before the mall's", at: "2026-11-27 14:00", state: "closed", says: "tutup sejak 14.00", next: "2026-11-30 09:00"},
		},
		"PUR": { // as DUK, closed on Friday 27 November
			{rule: "an exception closes with its reason", at: "2026-11-27 09:00", state: "closed", says: "tutup: Rapat koordinasi (contoh)", next: "2026-11-30 08:00"},
			{rule: "the evening before looks past the exception", at: "2026-11-26 16:00", state: "closed", says: "tutup sejak 15.30", next: "2026-11-30 08:00"},
			{rule: "nobody is absent on a day that an exception closes", at: "2026-11-27 09:00", presence: absent, state: "closed", says: "tutup: Rapat koordinasi (contoh)", next: "2026-11-30 08:00"},
		},
		"BKT": { // works on collective leave
			{rule: "who works on collective leave is open then", at: "2026-12-24 09:00", state: "open", says: "sampai 15.30"},
			{rule: "a national holiday closes all the same", at: "2026-12-25 09:00", state: "holiday", says: "libur Hari Natal", next: "2026-12-28 08:00"},
			{rule: "collective leave is its next opening", at: "2026-12-23 16:00", state: "closed", says: "tutup sejak 15.30", next: "2026-12-24 08:00"},
		},
		"POM": { // Wednesday 08–14
			{rule: "one day a week says which", at: "2026-11-26 09:00", state: "closed", says: "BPOM hanya hadir Rabu", next: "2026-12-02 08:00"},
			{rule: "its day is open", at: "2026-11-25 13:59", state: "open", says: "sampai 14.00"},
		},
		"KJN": { // Friday 08–11.30
			{rule: "a holiday on its only day moves it by a week or two", at: "2026-12-18 11:30", state: "closed", says: "tutup sejak 11.30; kalender 2027 belum diisi", next: "2027-01-01 08:00"},
		},
	} {
		for _, c := range cases {
			t.Run(agency+" "+c.rule, func(t *testing.T) { c.check(t, d, catalogue.Agency(agency)) })
		}
	}
}

// madeUp is a mall open daily from 08:00 to 16:00 with one agency that comes
// on weekdays from 09:00 to 15:00.
func madeUp(change func(*models.Directory, *models.Agency)) *models.Directory {
	d := &models.Directory{
		Mall: models.Mall{
			Timezone: "Asia/Makassar",
			Hours:    []models.Hours{{ByDay: "MO,TU,WE,TH,FR,SA,SU", OpensAt: "08:00", ClosesAt: "16:00"}},
		},
		Holidays: []models.Holiday{{Date: "2026-05-01", Name: "Hari Buruh", Kind: models.NationalHoliday}},
		Agencies: []models.Agency{{
			Code: "BC", ShortName: "Balai Contoh",
			Hours: []models.Hours{{ByDay: "MO,TU,WE,TH,FR", OpensAt: "09:00", ClosesAt: "15:00"}},
		}},
	}
	if change != nil {
		change(d, &d.Agencies[0])
	}
	return d
}

func TestStatusOfMadeUpAgencies(t *testing.T) {
	type row struct {
		statusCase
		change func(*models.Directory, *models.Agency)
	}
	hours := func(list ...models.Hours) func(*models.Directory, *models.Agency) {
		return func(_ *models.Directory, a *models.Agency) { a.Hours = list }
	}
	exceptions := func(list ...models.Exception) func(*models.Directory, *models.Agency) {
		return func(_ *models.Directory, a *models.Agency) { a.Exceptions = list }
	}
	ramadan := func(d *models.Directory, a *models.Agency) {
		a.Hours = append(a.Hours, models.Hours{ByDay: "MO,TU,WE,TH", OpensAt: "08:00", ClosesAt: "13:00", ValidFrom: "2026-02-18", ValidUntil: "2026-03-18"})
	}
	newYork := func(d *models.Directory, _ *models.Agency) { d.Mall.Timezone = "America/New_York" }
	night := func(list ...models.Hours) func(*models.Directory, *models.Agency) {
		return func(d *models.Directory, a *models.Agency) {
			newYork(d, a)
			d.Mall.Hours, a.Hours = nil, list
		}
	}
	holidayHours := exceptions(models.Exception{From: "2026-05-01", To: "2026-05-01", Hours: []models.Hours{{OpensAt: "10:00", ClosesAt: "12:00"}}})

	for _, r := range []row{
		{statusCase{rule: "no hours at all is unknown and not open", at: "2026-11-23 09:00", state: "unknown", says: "jam layanan Balai Contoh belum diisi"}, hours()},
		{statusCase{rule: "a season replaces the ordinary hours from its first day", at: "2026-02-18 08:00", state: "open", says: "sampai 13.00"}, ramadan},
		{statusCase{rule: "in a season the ordinary afternoon is closed", at: "2026-03-18 13:00", state: "closed", says: "tutup sejak 13.00", next: "2026-03-19 09:00"}, ramadan},
		{statusCase{rule: "days that the season does not name keep their hours", at: "2026-02-20 14:00", state: "open", says: "sampai 15.00"}, ramadan},
		{statusCase{rule: "the day before the season has ordinary hours", at: "2026-02-17 08:30", state: "not_yet", says: "buka hari ini 09.00", next: "2026-02-17 09:00"}, ramadan},
		{statusCase{rule: "an agency of one season is closed outside it", at: "2026-04-06 09:00", state: "closed", says: "Balai Contoh tidak ada jadwal pada masa ini", next: ""},
			hours(models.Hours{ByDay: "MO", OpensAt: "09:00", ClosesAt: "12:00", ValidUntil: "2026-03-31"})},
		{statusCase{rule: "other hours of an exception hold on a holiday", at: "2026-05-01 10:00", state: "open", says: "sampai 12.00"}, holidayHours},
		{statusCase{rule: "and nothing else of that holiday is open", at: "2026-05-01 12:00", state: "closed", says: "tutup sejak 12.00", next: "2026-05-04 09:00"}, holidayHours},
		{statusCase{rule: "other hours hold on days that are not the agency's", at: "2026-11-28 08:30", state: "open", says: "sampai 10.00"},
			exceptions(models.Exception{From: "2026-11-28", To: "2026-11-28", Hours: []models.Hours{{OpensAt: "07:00", ClosesAt: "10:00"}}})},
		{statusCase{rule: "other hours do not open the building", at: "2026-11-28 07:30", state: "not_yet", says: "buka hari ini 08.00", next: "2026-11-28 08:00"},
			exceptions(models.Exception{From: "2026-11-28", To: "2026-11-28", Hours: []models.Hours{{OpensAt: "07:00", ClosesAt: "10:00"}}})},
		{statusCase{rule: "an exception lasts through its last day", at: "2026-11-25 10:00", state: "closed", says: "tutup sementara", next: "2026-11-26 09:00"},
			exceptions(models.Exception{From: "2026-11-23", To: "2026-11-25", Closed: true})},
		{statusCase{rule: "of two exceptions the one listed last counts", at: "2026-11-25 10:00", state: "open", says: "sampai 11.00"},
			exceptions(models.Exception{From: "2026-11-23", To: "2026-11-27", Closed: true},
				models.Exception{From: "2026-11-25", To: "2026-11-25", Hours: []models.Hours{{OpensAt: "09:00", ClosesAt: "11:00"}}})},
		{statusCase{rule: "a closed exception without end knows no next opening", at: "2026-11-25 10:00", state: "closed", says: "tutup: Renovasi"},
			exceptions(models.Exception{From: "2026-11-23", To: "2029-01-01", Closed: true, Reason: "Renovasi"})},
		{statusCase{rule: "hours that touch make no break", at: "2026-11-23 12:00", state: "open", says: "sampai 15.00"},
			hours(models.Hours{ByDay: "MO", OpensAt: "12:00", ClosesAt: "15:00"}, models.Hours{ByDay: "MO", OpensAt: "09:00", ClosesAt: "12:00"})},
		{statusCase{rule: "weekdays and dates together are both said", at: "2026-11-24 10:00", state: "closed", says: "Balai Contoh hanya hadir Senin dan pada tanggal 1 dan 15", next: "2026-11-30 09:00"},
			hours(models.Hours{ByDay: "MO", OpensAt: "09:00", ClosesAt: "12:00"}, models.Hours{ByMonthDay: "15,1", OpensAt: "09:00", ClosesAt: "12:00"})},
		{statusCase{rule: "an entry with weekday and date needs both", at: "2026-11-13 10:00", state: "open", says: "sampai 12.00"},
			hours(models.Hours{ByDay: "FR", ByMonthDay: "13", OpensAt: "09:00", ClosesAt: "12:00"})},
		{statusCase{rule: "hours outside the mall's never open", at: "2026-11-23 18:00", state: "closed", says: "gedung tutup hari Senin"},
			hours(models.Hours{ByDay: "MO", OpensAt: "17:00", ClosesAt: "20:00"})},
		{statusCase{rule: "a mall without hours sets no limit", at: "2026-11-23 18:00", state: "open", says: "sampai 20.00"},
			func(d *models.Directory, a *models.Agency) {
				d.Mall.Hours = nil
				a.Hours = []models.Hours{{ByDay: "MO", OpensAt: "17:00", ClosesAt: "20:00"}}
			}},
		{statusCase{rule: "the last number may fall in the first of two spans", at: "2026-11-23 12:30", state: "last_ticket_passed", says: "nomor terakhir hari ini 11.00", next: "2026-11-30 09:00"},
			func(_ *models.Directory, a *models.Agency) {
				a.LastTicketAt = "11:00"
				a.Hours = []models.Hours{{ByDay: "MO", OpensAt: "09:00", ClosesAt: "12:00"}, {ByDay: "MO", OpensAt: "13:00", ClosesAt: "15:00"}}
			}},
		{statusCase{rule: "a last number before the opening would give none and does not count", at: "2026-11-23 08:30", state: "not_yet", says: "buka hari ini 09.00", next: "2026-11-23 09:00"},
			func(_ *models.Directory, a *models.Agency) { a.LastTicketAt = "08:00" }},
		{statusCase{rule: "it is not told either", at: "2026-11-23 09:30", state: "open", says: "sampai 15.00"},
			func(_ *models.Directory, a *models.Agency) { a.LastTicketAt = "08:00" }},
		{statusCase{rule: "an absence into another day opens after it", at: "2026-11-23 10:00", state: "absent", says: "tidak hadir sampai Rabu, 25 November 13.00: dinas luar", next: "2026-11-25 13:00",
			presence: models.Presence{State: models.PresenceAbsent, Reason: "dinas luar", Until: time.Date(2026, 11, 25, 5, 0, 0, 0, time.UTC)}}, nil},
		{statusCase{rule: "absent without a reason", at: "2026-11-23 10:00", state: "absent", says: "tidak hadir", next: "2026-11-24 09:00",
			presence: models.Presence{State: models.PresenceAbsent}}, nil},
		{statusCase{rule: "a weekend with the change to summer time", at: "2026-03-06 15:00", state: "closed", says: "tutup sejak 15.00", next: "2026-03-09 09:00"}, newYork},
		{statusCase{rule: "a weekend with the change from summer time", at: "2026-10-30 15:00", state: "closed", says: "tutup sejak 15.00", next: "2026-11-02 09:00"}, newYork},
		{statusCase{rule: "an opening that summer time skips comes with the jump", at: "2026-03-08 01:45", state: "not_yet", says: "buka hari ini 03.00", next: "2026-03-08 03:00"},
			night(models.Hours{ByDay: "SU", OpensAt: "02:30", ClosesAt: "04:00"})},
		{statusCase{rule: "after the jump it is open", at: "2026-03-08 03:00", state: "open", says: "sampai 04.00"},
			night(models.Hours{ByDay: "SU", OpensAt: "02:30", ClosesAt: "04:00"})},
		{statusCase{rule: "a closing that summer time skips comes with the jump", at: "2026-03-08 03:00", state: "closed", says: "tutup sejak 03.00", next: "2026-03-15 01:00"},
			night(models.Hours{ByDay: "SU", OpensAt: "01:00", ClosesAt: "02:30"})},
		{statusCase{rule: "hours that summer time skips do not open", at: "2026-03-08 01:55", state: "closed", says: "tutup hari Minggu", next: "2026-03-15 02:10"},
			night(models.Hours{ByDay: "SU", OpensAt: "02:10", ClosesAt: "02:50"})},
		{statusCase{rule: "in autumn a night opens as ever", at: "2026-11-01 02:30", state: "open", says: "sampai 04.00"},
			night(models.Hours{ByDay: "SU", OpensAt: "02:30", ClosesAt: "04:00"})},
	} {
		t.Run(r.rule, func(t *testing.T) {
			d := madeUp(r.change)
			r.check(t, d, &d.Agencies[0])
		})
	}
}

func TestStatusTellsClosingQuotaAndSchedule(t *testing.T) {
	d := directory.Sample()
	catalogue := models.NewCatalogue(d)
	loc := d.Mall.Location()
	for _, c := range []struct {
		rule, agency, at string
		issued           int
		closesAt         string
		quotaLeft        int
		scheduled        bool
	}{
		{"open tells the day's last closing", "DUK", "2026-11-23 09:00", 0, "2026-11-23 15:30", -1, true},
		{"a break tells the day's last closing", "DUK", "2026-11-23 12:30", 0, "2026-11-23 15:30", -1, true},
		{"closed tells no closing, but its day", "DUK", "2026-11-23 16:00", 0, "", -1, true},
		{"a holiday on its day is scheduled", "DUK", "2026-12-25 09:00", 0, "", -1, true},
		{"an exception on its day is scheduled", "PUR", "2026-11-27 09:00", 0, "", -1, true},
		{"another day is not scheduled", "KPP", "2026-11-23 09:00", 0, "", -1, false},
		{"a Saturday is not scheduled", "DUK", "2026-11-28 09:00", 0, "", -1, false},
		{"the quota left is counted", "IMI", "2026-11-23 09:00", 21, "2026-11-23 12:00", 9, true},
		{"a voided number gives its quota back", "IMI", "2026-11-23 09:00", 29, "2026-11-23 12:00", 1, true},
		{"less than no quota is none", "IMI", "2026-11-23 09:00", 40, "", 0, true},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := desk.Status(d, catalogue.Agency(c.agency), local(t, loc, c.at), models.Presence{}, c.issued)
			closesAt := ""
			if !got.ClosesAt.IsZero() {
				closesAt = got.ClosesAt.Format(wallTime)
			}
			if closesAt != c.closesAt || got.QuotaLeft != c.quotaLeft || got.Scheduled != c.scheduled {
				t.Errorf("closes %q, %d left, scheduled %v; want %q, %d, %v",
					closesAt, got.QuotaLeft, got.Scheduled, c.closesAt, c.quotaLeft, c.scheduled)
			}
		})
	}
}

func TestEachMarkHasWordsInBothLanguages(t *testing.T) {
	d := madeUp(nil)
	at := local(t, d.Mall.Location(), "2026-11-23 10:00")
	for _, state := range []models.PresenceState{models.PresenceLate, models.PresenceAbsent, models.PresenceOutage, models.PresenceBreak} {
		for _, until := range []time.Time{{}, at.Add(time.Hour), at.AddDate(0, 0, 2)} {
			for _, reason := range []string{"", "rapat"} {
				s := desk.Status(d, &d.Agencies[0], at, models.Presence{State: state, Reason: reason, Until: until}, 0)
				if !s.Until.Equal(until) {
					t.Errorf("%s until %v ends %v", state, until, s.Until)
				}
				for _, lang := range []text.Language{text.Indonesian, text.English} {
					says := text.MustLoad(lang).Say(s.Reason)
					if says == s.Reason.Key || !strings.Contains(says, reason) || !until.IsZero() && !strings.Contains(says, until.Format("15.04")) {
						t.Errorf("%s says %q", lang, says)
					}
				}
			}
		}
	}
}

func TestEachReasonHasWordsInBothLanguages(t *testing.T) {
	source, err := filepath.Glob("availability*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`Say\("(status\.[a-z_]+)"`)
	for _, name := range source {
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range said.FindAllStringSubmatch(string(code), -1) {
			for _, lang := range []text.Language{text.Indonesian, text.English} {
				if !text.MustLoad(lang).Has(key[1]) {
					t.Errorf("%s has no words for %s", lang, key[1])
				}
			}
		}
	}
}
