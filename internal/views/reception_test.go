package views

import (
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

// siti was here before with this NIK.
const sitiNIK = "6402015505900001"

func knowSiti(f *fakeDesk, _ *scene) {
	siti := models.Identity{Name: "Siti Contoh", NIK: sitiNIK, Phone: "+6281250001111"}
	seen := desk.Returning{VisitID: "old", LastSeen: monday.AddDate(0, 0, -11), Service: "DUK-06", Masked: siti.Mask()}
	f.people["old"] = siti
	f.known[sitiNIK] = []desk.Returning{seen}
	f.known["081250001111"] = []desk.Returning{seen}
}

func TestAVisitorWithANameTakesAtMostFiveKeys(t *testing.T) {
	h := openReception(t)
	h.at(spotSearch)
	h.types("ktp hil")
	h.press("Enter")
	h.at(spotVisitor)
	h.types("Ahmad Contoh")
	h.press("Enter")
	h.at(spotPhone)
	h.press("Enter")

	require.LessOrEqual(t, h.strokes, 5)
	require.Len(t, h.desk.checkIns, 1)
	require.Equal(t, "DUK-02", h.desk.checkIns[0].Errands[0].Service)
	require.Equal(t, models.Identity{Name: "Ahmad Contoh"}, h.desk.checkIns[0].Visitor)
	h.at(spotSearch)
	require.True(t, h.r().empty())
	require.Empty(t, h.view().purpose.search.Text())
	require.True(t, h.view().last.banner.Visible())
}

func TestAVisitorWithoutDataTakesOneKey(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9")
	require.LessOrEqual(t, h.strokes, 2)
	require.Len(t, h.desk.checkIns, 1)
	require.True(t, h.desk.checkIns[0].Visitor.Empty())
	h.at(spotSearch)
}

func TestAReturningVisitorByCardTakesAtMostThreeKeys(t *testing.T) {
	h := openReception(t, knowSiti)
	h.types("ktp hil")
	h.press("Enter")
	h.types(sitiNIK)
	h.press("Enter") // the reader's own
	require.True(t, h.r().visitor.known.found())
	h.at(spotPhone)
	h.press("Enter")

	require.LessOrEqual(t, h.strokes, 3)
	require.Equal(t, models.Identity{Name: "Siti Contoh", NIK: sitiNIK, Phone: "+6281250001111"}, h.desk.checkIns[0].Visitor)
	h.at(spotSearch)
}

func TestEnterWhileTheStoreIsAskedIsNotLost(t *testing.T) {
	h := openReception(t, knowSiti)
	h.types("ktp hil")
	h.press("Enter")
	h.types(sitiNIK)
	h.pressOne(parseKey("Enter"))
	h.pressOne(parseKey("Enter"))
	h.work.drain()
	require.Len(t, h.desk.checkIns, 1)
	require.Equal(t, "Siti Contoh", h.desk.checkIns[0].Visitor.Name)
}

func TestAPhoneOffersAChoiceAndFillsNothing(t *testing.T) {
	h := openReception(t, knowSiti)
	h.types("ktp hil")
	h.press("Enter")
	h.types("081250001111")
	h.press("Enter")
	h.at(spotPeople)
	require.Empty(t, h.r().visitor.name)
	require.Equal(t, "081250001111", h.r().visitor.phone)

	t.Run("Esc leaves the choice", func(t *testing.T) {
		h.press("Esc")
		h.at(spotName)
		require.Empty(t, h.r().visitor.name)
	})
	t.Run("Enter takes the person", func(t *testing.T) {
		h.press("Shift+Tab")
		h.types("081250001111")
		h.press("Enter", "Enter")
		h.at(spotPhone)
		require.Equal(t, "Siti Contoh", h.r().visitor.name)
		require.Equal(t, sitiNIK, h.r().visitor.typed)
	})
}

func TestACardScannedFirstLeadsToThePurpose(t *testing.T) {
	h := openReception(t, knowSiti)
	h.types(sitiNIK)
	h.press("Enter")
	h.at(spotSearch)
	h.types("ktp hil")
	h.press("Enter")
	h.at(spotPhone)
	h.press("Enter")
	require.Equal(t, sitiNIK, h.desk.checkIns[0].Visitor.NIK)
	require.Equal(t, "Siti Contoh", h.desk.checkIns[0].Visitor.Name)
}

func TestDoubleEnterIssuesOnce(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Enter")
	h.types("Ahmad Contoh")
	h.press("Enter")
	h.pressOne(parseKey("Enter"))
	h.pressOne(parseKey("Enter"))
	h.work.drain()
	h.press("Enter")
	require.Len(t, h.desk.checkIns, 1)
}

func TestANIKInTheSearchFieldMovesToTheVisitor(t *testing.T) {
	for name, c := range map[string]struct{ before, digits, search string }{
		"alone":             {"", sitiNIK, ""},
		"after the purpose": {"ktp hil", sitiNIK, "ktp hil"},
		"a phone":           {"", "081250001111", ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t)
			h.types(c.before)
			h.types(c.digits)
			h.at(spotVisitor)
			require.Equal(t, c.digits, h.r().visitor.typed)
			require.Equal(t, c.search, h.r().purpose.query)
			require.Equal(t, c.search, h.view().purpose.search.Text())
			h.press("Esc", "Esc")
			require.Empty(t, h.desk.missed)
		})
	}
}

func TestValuesAreMaskedWhileNotTyped(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Enter")
	h.types(sitiNIK)
	h.press("Enter")
	field := h.view().visitor.fields[spotVisitor]
	require.Equal(t, "6402••••••••0001", field.Text())
	require.Equal(t, sitiNIK, h.r().visitor.typed)
	h.press("Shift+Tab")
	h.at(spotVisitor)
	require.Equal(t, sitiNIK, field.Text())
}

func TestUndoMeansTheTicketOnlyWhileTheFormIsEmpty(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9")
	h.types("skck")
	h.press("Ctrl+Z")
	require.Empty(t, h.desk.undone, "typing was undone")
	for h.view().purpose.search.Text() != "" {
		h.press("Ctrl+Z")
	}
	require.Empty(t, h.desk.undone)

	h.desk.now = h.desk.now.Add(2 * time.Second)
	h.press("Ctrl+Z")
	require.Equal(t, []string{"visit-1"}, h.desk.undone)
	require.Equal(t, actionUndone, h.r().last.kind)

	t.Run("once only", func(t *testing.T) {
		h.press("Ctrl+Z")
		require.Len(t, h.desk.undone, 1)
		require.Equal(t, "reception.nothing_to_undo", h.r().say.says.Key)
	})
}

func TestCorrectingATypoByCtrlZNeverTakesTheTicketBack(t *testing.T) {
	corrected := func(t *testing.T) *receptionHand {
		h := openReception(t)
		h.types("skck")
		h.press("F9")
		h.types("sim c")
		h.press("Ctrl+Z", "Ctrl+Z")
		require.Empty(t, h.view().purpose.search.Text())
		h.press("Ctrl+Z")
		require.Empty(t, h.desk.undone)
		require.Equal(t, "reception.typing_undone", h.r().say.says.Key)
		return h
	}
	t.Run("a key that is held down repeats", func(t *testing.T) {
		h := corrected(t)
		for range 100 {
			h.desk.now = h.desk.now.Add(30 * time.Millisecond)
			h.press("Ctrl+Z")
		}
		require.Empty(t, h.desk.undone)
	})
	t.Run("after a pause it means the ticket", func(t *testing.T) {
		h := corrected(t)
		h.desk.now = h.desk.now.Add(undoPause)
		h.press("Ctrl+Z")
		require.Equal(t, []string{"visit-1"}, h.desk.undone)
	})
	t.Run("after another key it means the ticket", func(t *testing.T) {
		h := corrected(t)
		h.press("Down", "Up", "Esc", "Ctrl+Z")
		require.Equal(t, []string{"visit-1"}, h.desk.undone)
	})
	t.Run("what was deleted comes back", func(t *testing.T) {
		h := openReception(t)
		h.types("skck")
		h.press("F9")
		h.types("sim")
		h.press("BackSpace", "BackSpace", "BackSpace", "Ctrl+Z")
		require.NotEmpty(t, h.view().purpose.search.Text())
		require.Empty(t, h.desk.undone)
	})
}

func TestANumberOfPeopleReplacesTheOne(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Shift+Tab")
	h.at(spotParty)
	h.types("4")
	h.press("Enter")
	require.Equal(t, 4, h.desk.checkIns[0].Party)

	t.Run("by mouse", func(t *testing.T) {
		h.types("ktp hil")
		h.view().visitor.fields[spotParty].Input.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		h.at(spotParty)
		h.types("12")
		h.press("Enter")
		require.Equal(t, 12, h.desk.checkIns[1].Party)
	})
}

func TestAVoidIsTakenBackByCtrlZ(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9", "Ctrl+R", "B")
	h.types("pulang")
	h.press("Enter")
	require.Equal(t, actionVoided, h.r().last.kind)
	require.True(t, h.view().last.undoing.Visible())
	h.press("Ctrl+Z")
	require.Equal(t, []string{"ticket-1"}, h.desk.restored)
	require.Equal(t, actionRestored, h.r().last.kind)
	require.Empty(t, h.desk.undone, "the visit itself stays")
	h.press("Ctrl+Z")
	require.Len(t, h.desk.restored, 1)
}

func TestAChangeOfServiceIsTakenBackByCtrlZ(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9", "Ctrl+R", "U")
	h.types("ktp rusak")
	h.press("Enter")
	require.Equal(t, actionChanged, h.r().last.kind)
	h.press("Ctrl+Z")
	require.Equal(t, []string{"ticket-2 to ticket-1"}, h.desk.restored)
	require.Equal(t, "ticket-1", h.r().last.tickets[0].ID)

	t.Run("for thirty seconds only", func(t *testing.T) {
		h.press("Ctrl+R", "Down", "U")
		h.types("ktp rusak")
		h.press("Enter")
		h.desk.now = h.desk.now.Add(31 * time.Second)
		h.press("Ctrl+Z")
		require.Len(t, h.desk.restored, 1)
		require.Equal(t, "undo.too_late", h.r().say.says.Key)
	})
}

func TestAVoidedNumberIsNeverShownLarge(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9", "Ctrl+R", "B")
	h.types("pulang")
	h.press("Enter", "Ctrl+R")
	require.True(t, h.view().actions.main.Disabled())
	h.press("Enter")
	h.at(spotTickets)
	require.Equal(t, "reception.ticket_voided_already", h.r().say.says.Key)
	require.False(t, h.view().last.banner.Visible())
}

func TestAnEnterTooManyAfterATicketChangesNothing(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9", "Enter")
	require.True(t, h.view().last.banner.Visible())
	require.False(t, h.view().note.Visible())
	h.desk.now = h.desk.now.Add(enterTwice)
	h.press("Enter")
	require.Equal(t, "reception.choose_first", h.r().say.says.Key)
}

func TestArrowsMoveBetweenPriorityGroups(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Shift+Tab", "Shift+Tab")
	h.at(spotGroups)
	h.press("Right", "Right", "Left", "Space", "Down", "Down", "Up", "Space", "Left", "Left", "Left", "Space")
	require.Equal(t, []models.Priority{models.Priorities[0], models.Priorities[1], models.Priorities[2]}, h.r().visitor.groups)
}

func TestAFamilyPhoneMayBelongToSomebodyElse(t *testing.T) {
	h := openReception(t, knowSiti)
	h.types("ktp hil")
	h.press("Enter")
	h.types("081250001111")
	h.press("Enter")
	h.at(spotPeople)
	h.press("Down", "Down", "Enter")
	h.at(spotName)
	require.False(t, h.r().visitor.known.found())
	require.Equal(t, "081250001111", h.r().visitor.phone)
	h.types("Bagas Contoh")
	h.press("Enter", "Enter")
	require.Equal(t, models.Identity{Name: "Bagas Contoh", Phone: "081250001111"}, h.desk.checkIns[0].Visitor)
}

func TestWhoWaitsAlreadyIsToldBeforeTheTicket(t *testing.T) {
	h := openReception(t, func(f *fakeDesk, s *scene) {
		knowSiti(f, s)
		f.known[sitiNIK][0].LastSeen = monday.Add(-26 * time.Minute)
		f.known[sitiNIK][0].Waiting = []string{"1A-014"}
	})
	h.types("ktp hil")
	h.press("Enter")
	h.types(sitiNIK)
	h.press("Enter")
	status, detail := knownWords(h.speak, h.r())
	require.Equal(t, "Sudah menunggu", status.Word)
	require.Equal(t, "1A-014", status.Detail)
	require.Contains(t, detail, "hari ini, 08.46")
	require.Empty(t, h.desk.checkIns)
}

func TestARowOfTodaysTicketsTellsTheMaskedVisitor(t *testing.T) {
	speak := text.MustLoad(text.Indonesian)
	ticket := desk.Issued{Ticket: models.Ticket{Number: "1A-014", Service: "DUK-02", IssuedAt: monday}}
	require.Equal(t, "DUK-02 · pukul 09.12", ticketCells(speak, ticket, monday.Location()).Line)
	ticket.Visitor = models.Identity{Name: "Siti Contoh"}.Mask()
	require.Equal(t, "S•••• C•••• · DUK-02 · pukul 09.12", ticketCells(speak, ticket, monday.Location()).Line)
}

func TestWhoCannotBeToldIsTypedByHand(t *testing.T) {
	for name, fail := range map[string]func(*fakeDesk, *scene){
		"the store cannot be read": func(f *fakeDesk, _ *scene) { f.unread = errors.New("unreadable") },
		"the key is not at hand":   func(f *fakeDesk, s *scene) { knowSiti(f, s); delete(f.people, "old") },
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t, fail)
			h.types("ktp hil")
			h.press("Enter")
			h.types(sitiNIK)
			h.pressOne(parseKey("Enter"))
			h.pressOne(parseKey("Enter"))
			h.work.drain()
			h.at(spotName)
			require.Empty(t, h.desk.checkIns)
			require.False(t, h.r().visitor.known.found())
			require.True(t, h.view().note.Visible())
			h.types("Siti Contoh")
			h.press("Enter", "Enter")
			require.Equal(t, models.Identity{Name: "Siti Contoh", NIK: sitiNIK}, h.desk.checkIns[0].Visitor)
		})
	}
}

func TestAWrongPhoneIsMaskedWhileNotTyped(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Enter", "Enter", "Enter")
	h.at(spotPhone)
	h.types("081234567890Budi")
	h.press("Tab")
	require.Equal(t, "••••udi", h.view().visitor.fields[spotPhone].Text())
	h.press("Shift+Tab")
	require.Equal(t, "081234567890Budi", h.view().visitor.fields[spotPhone].Text())
}

func TestUndoEndsAfterThirtySeconds(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9")
	h.desk.now = h.desk.now.Add(31 * time.Second)
	h.press("Ctrl+Z")
	require.Empty(t, h.desk.undone)
	require.Equal(t, "undo.too_late", h.r().say.says.Key)
}

func TestTheCountdownStopsByItself(t *testing.T) {
	h := openReception(t)
	waiting := len(h.work.ticking)
	h.types("ktp hil")
	h.press("F9")
	require.Len(t, h.work.ticking, waiting+1)
	h.desk.now = h.desk.now.Add(31 * time.Second)
	for _, tick := range h.work.ticking {
		tick()
	}
	h.work.drain()
	require.Len(t, h.work.ticking, waiting)
}

func TestARefusalLosesNothing(t *testing.T) {
	h := openReception(t)
	h.desk.refuse = models.Refuse("checkin.closed", "Disdukcapil", models.Say("status.absent"))
	h.types("ktp hil")
	h.press("Enter")
	h.types("Ahmad Contoh")
	h.press("Enter", "Enter")
	h.at(spotPhone)
	require.Equal(t, "Ahmad Contoh", h.r().visitor.name)
	require.Equal(t, "ktp hil", h.r().purpose.query)
	require.True(t, h.view().note.Visible())

	h.desk.refuse = nil
	h.press("Enter")
	require.Len(t, h.desk.checkIns, 1)
	require.False(t, h.view().note.Visible())
}

func TestSeveralErrandsOfOneVisitor(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Ctrl+Enter")
	h.at(spotSearch)
	h.types("skck baru")
	h.press("Enter", "F9")
	codes := []string{h.desk.checkIns[0].Errands[0].Service, h.desk.checkIns[0].Errands[1].Service}
	require.Equal(t, []string{"DUK-02", "POL-01"}, codes)
	require.True(t, h.view().last.several.Visible())
}

func TestTheVisitorMayInsistOnAnOrder(t *testing.T) {
	h := openReception(t)
	h.types("skck baru")
	h.press("Ctrl+Enter")
	h.types("paspor baru")
	h.press("Enter", "Esc") // into the papers
	h.at(spotPapers)
	suggested := servicesOf(h.r().plan())
	h.r().cursor = slices.IndexFunc(h.r().items(), func(i item) bool {
		return i.requirement == nothing && i.offer.Service.Code == suggested[0]
	})
	h.press("Alt+Down")
	turned := []string{suggested[1], suggested[0]}
	require.Equal(t, turned, servicesOf(h.r().plan()))
	h.press("Alt+0")
	require.Equal(t, suggested, servicesOf(h.r().plan()))
	h.press("Alt+Down", "F9")
	require.Equal(t, turned, h.desk.checkIns[0].First)
	require.Empty(t, h.r().order, "the next visitor has no order yet")
}

func TestAnErrandDoesNotComeBeforeTheResultThatItNeeds(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Ctrl+Enter")
	h.types("surat kehilangan")
	h.press("Enter", "Esc")
	h.at(spotPapers)
	suggested := servicesOf(h.r().plan())
	require.Equal(t, []string{"POL-06", "DUK-02"}, suggested)
	h.r().cursor = slices.IndexFunc(h.r().items(), func(i item) bool { return i.offer.Service.Code == "DUK-02" })
	h.press("Alt+Up")
	require.Equal(t, suggested, servicesOf(h.r().plan()))
	require.Equal(t, "plan.needs_first", h.r().say.says.Key)
}

func TestALifeEventBringsItsChainAndEachServiceCanGo(t *testing.T) {
	h := openReception(t)
	h.types("dompet hilang")
	for i, w := range h.r().purpose.rows {
		if w.event != nil {
			h.press("Alt+" + strconv.Itoa(i+1))
			break
		}
	}
	h.at(spotVisitor)
	require.Len(t, h.r().wanted(), 4)
	h.press("Esc")
	h.at(spotPapers)
	h.press("Delete")
	require.Len(t, h.r().wanted(), 3)
	h.press("F9")
	require.Len(t, h.desk.checkIns[0].Errands, 3)
}

func TestOfSeveralServicesOnlyThoseOpenGiveANumber(t *testing.T) {
	h := openReception(t)
	h.types("membuka usaha") // one of its agencies does not come on Mondays
	for i, w := range h.r().purpose.rows {
		if w.event != nil {
			h.press("Alt+" + strconv.Itoa(i+1))
			break
		}
	}
	now, not := issuable(h.r().wanted())
	require.NotEmpty(t, now)
	require.NotEmpty(t, not)
	h.press("F9")
	require.Len(t, h.desk.checkIns[0].Errands, len(now))
	require.Equal(t, "reception.left_out", h.r().last.warns[0].Says.Key)
	require.True(t, h.view().note.Visible())
}

func TestPapersAreRecordedAsFound(t *testing.T) {
	for name, c := range map[string]struct {
		keys    []string
		papers  models.Papers
		missing []string
	}{
		"not touched":      {nil, models.PapersNotChecked, nil},
		"all":              {[]string{"+"}, models.PapersComplete, nil},
		"one of two":       {[]string{"Down", "Space"}, models.PapersIncomplete, []string{"Surat kehilangan dari kepolisian"}},
		"none":             {[]string{"-"}, models.PapersIncomplete, []string{"Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"}},
		"ticked and taken": {[]string{"Space", "Space"}, models.PapersIncomplete, []string{"Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"}},
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t)
			h.types("ktp hil")
			h.press("Tab")
			h.at(spotPapers)
			h.press(c.keys...)
			h.press("F9")
			errand := h.desk.checkIns[0].Errands[0]
			require.Equal(t, c.papers, errand.Papers)
			require.Equal(t, c.missing, errand.Missing)
		})
	}
}

func TestAPaperMadeInTheMallSaysWhere(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	speak := text.MustLoad(text.Indonesian)
	made := map[string]string{}
	for _, s := range papersPage(h.r(), speak) {
		if s.kind == sectionCheck {
			made[s.title] = s.text
		}
	}
	require.Equal(t, map[string]string{
		"Surat kehilangan dari kepolisian": "Bisa dibuat di sini, Loket 111",
		"Fotokopi Kartu Keluarga":          "",
	}, made)
}

func TestNothingIsChosenWhenSeveralAgenciesFit(t *testing.T) {
	h := openReception(t)
	h.types("balik nama")
	require.True(t, h.r().purpose.grouped())
	require.Equal(t, nothing, h.r().purpose.selected)
	h.press("Enter")
	h.at(spotSearch)
	require.Equal(t, "reception.choose_first", h.r().say.says.Key)
	h.press("Down", "Enter")
	h.at(spotVisitor)
}

func TestAClosedAgencyGivesNoNumberAndIsRecordedByOneMoreKey(t *testing.T) {
	h := openReception(t)
	h.types("npwp")
	h.press("Enter")
	h.at(spotTurnAway)
	h.press("3")
	require.Equal(t, []models.TurnedAway{models.TurnedAwayClosed}, h.desk.turned)
	require.Empty(t, h.desk.checkIns)
	h.at(spotSearch)
	require.True(t, h.r().empty(), "the 3 was not typed into the search")
}

func TestAServiceDoneElsewhereIsReferred(t *testing.T) {
	h := openReception(t)
	h.types("paspor hilang")
	require.NotNil(t, h.r().about().ReferTo)
	h.press("Enter", "Enter")
	require.Equal(t, []models.TurnedAway{models.TurnedAwayNotHere}, h.desk.turned)
	require.Empty(t, h.desk.checkIns)
}

func TestQuestionsAreCountedAtTheDeskAndByTelephone(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F8")
	h.press("Shift+F8")
	require.Equal(t, []string{"DUK-02", ""}, h.desk.asked)
	require.Equal(t, []bool{false, true}, h.desk.byPhone)
	h.at(spotSearch)
}

func TestAGuestIsRecordedWithoutANumber(t *testing.T) {
	h := openReception(t)
	h.press("Ctrl+G")
	h.at(spotPurpose)
	h.types("mengantar paket")
	h.press("Enter")
	h.types("Kurir Contoh")
	h.press("Enter", "Enter")
	require.True(t, h.desk.checkIns[0].Guest)
	require.Empty(t, h.desk.checkIns[0].Errands)
	require.Equal(t, models.Identity{Name: "Kurir Contoh", Purpose: "mengantar paket"}, h.desk.checkIns[0].Visitor)
	h.at(spotSearch)
}

func TestTodaysTicketsAreMendedInPlace(t *testing.T) {
	issue := func(h *receptionHand) {
		h.types("ktp hil")
		h.press("F9")
		h.types("skck")
		h.press("Ctrl+R")
		h.at(spotTickets)
	}
	t.Run("Enter shows the way again", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.press("Enter")
		require.Equal(t, actionShown, h.r().last.kind)
		require.True(t, h.view().last.banner.Visible())
		require.Equal(t, "skck", h.r().purpose.query, "the form is as it was")
		h.at(spotSearch)
	})
	t.Run("B voids with a reason", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.press("B")
		h.at(spotReason)
		require.Empty(t, h.view().tickets.reason.Text(), "the letter was not typed")
		h.press("Enter")
		require.Empty(t, h.desk.voided)
		h.types("pulang")
		h.press("Enter")
		require.Equal(t, map[string]string{"ticket-1": "pulang"}, h.desk.voided)
		require.Equal(t, "skck", h.r().purpose.query)
	})
	t.Run("U changes the service", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.press("U")
		h.at(spotSearch)
		require.Empty(t, h.view().purpose.search.Text(), "the letter was not typed")
		h.types("ktp rusak")
		h.press("Enter")
		require.Equal(t, map[string]string{"ticket-1": "DUK-03"}, h.desk.changed)
		require.Equal(t, "skck", h.r().purpose.query)
	})
	t.Run("Esc goes back to the form", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.press("Esc")
		h.at(spotSearch)
		require.Equal(t, "skck", h.r().purpose.query)
	})
}

func TestAnEmptiedSearchChoosesNothing(t *testing.T) {
	h := openReception(t, func(f *fakeDesk, _ *scene) { f.favourites = []string{"DUK-02"} })
	h.types("ktp hil")
	require.Equal(t, "DUK-02", h.r().about().Code)
	for range "ktp hil" {
		h.press("BackSpace")
	}
	require.Nil(t, h.r().about())
	h.press("F9")
	require.Empty(t, h.desk.checkIns)
	h.press("Down", "F9")
	require.Len(t, h.desk.checkIns, 1)
}

func TestLettersActOnlyWhileTheListHasTheFocus(t *testing.T) {
	h := openReception(t)
	h.types("ub+-1")
	require.Equal(t, "ub+-1", h.r().purpose.query)
	require.False(t, h.r().tickets.open)
}

func TestEscStepsBackAndTwiceClears(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Enter")
	h.types("Ahmad Contoh")
	h.press("Enter", "Esc")
	h.at(spotPapers)
	require.Equal(t, "Ahmad Contoh", h.r().visitor.name)
	h.press("Esc")
	h.at(spotSearch)
	require.True(t, h.r().empty())
}

func TestSearchesThatFoundNothingAreKept(t *testing.T) {
	h := openReception(t)
	h.types("zzqx wvut")
	require.Empty(t, h.desk.missed)
	h.press("Esc")
	require.Equal(t, []string{"zzqx wvut"}, h.desk.missed)
	h.types("ktp hil")
	h.press("F9")
	require.Len(t, h.desk.missed, 1)
}

func TestNothingTypedIsLost(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("Enter")
	h.types("Ahmad Cont")

	t.Run("by a look at another screen", func(t *testing.T) {
		h.press("F2")
		h.offer(parseKey("F1"))
		h.work.drain()
		h.at(spotVisitor)
		require.Equal(t, "Ahmad Cont", h.view().visitor.fields[spotVisitor].Text())
		require.Equal(t, "ktp hil", h.view().purpose.search.Text())
	})
	t.Run("by another language", func(t *testing.T) {
		h.press("Ctrl+L")
		require.Equal(t, text.English, h.speak.Language())
		h.at(spotVisitor)
		require.Equal(t, "Ahmad Cont", h.view().visitor.fields[spotVisitor].Text())
		require.Equal(t, "ktp hil", h.view().purpose.search.Text())
		h.types("oh")
		require.Equal(t, "Ahmad Contoh", h.r().visitor.typed)
	})
}

func TestTypingAndWalkingTheRowsReadNoStore(t *testing.T) {
	h := openReception(t)
	before := h.desk.reads
	h.types("balik nama")
	h.press("Down", "Down", "Up", "Tab", "Shift+Tab")
	require.Equal(t, before, h.desk.reads)
}

func TestFunctionKeysWorkWithoutAFocus(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.canvas().Unfocus()
	require.Nil(t, h.canvas().Focused())
	h.canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF9})
	h.work.drain()
	require.Len(t, h.desk.checkIns, 1)
	h.at(spotSearch)
}

func TestAWordTypedWithoutAFocusIsNotLost(t *testing.T) {
	h := openReception(t)
	h.canvas().Unfocus()
	h.canvas().OnTypedRune()('k')
	h.work.drain()
	require.Equal(t, "k", h.r().purpose.query)
	h.at(spotSearch)
}

func TestAFieldShownAgainTakesTheFocus(t *testing.T) {
	h := openReception(t)
	h.types("ktp hil")
	h.press("F9", "Ctrl+R")
	reason := h.view().tickets.reason
	h.forget(reason, reason.Input)
	h.press("B")
	h.at(spotReason)
}

func TestEveryWindowSizeHasRoomForThePanes(t *testing.T) {
	for name, size := range map[string]fyne.Size{
		"usual":    usualPage,
		"smallest": smallestPage,
		"folded":   fyne.NewSize(836, 612),
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t)
			h.window.Resize(size)
			h.types("ktp hil")
			v := h.view()
			require.LessOrEqual(t, v.papers.pane.Position().X+v.papers.pane.Size().Width, v.content.Size().Width+1)
			require.LessOrEqual(t, v.visitor.pane.Position().X+v.visitor.pane.Size().Width, v.content.Size().Width+1)
			require.Greater(t, v.purpose.pane.Size().Width, float32(300))
			require.Greater(t, v.papers.pane.Size().Height, float32(40))
		})
	}
}

var quarterOfAnHour = desk.Wait{Ahead: 4, Low: 12 * time.Minute, Likely: 15 * time.Minute, High: 20 * time.Minute}

func TestTheBannerTellsHowLongFromTheInstantItWasForeseen(t *testing.T) {
	d := newFakeDesk(t)
	offer, _ := d.Offer("DUK-02", desk.Today{}, monday)
	ticket := desk.Issued{Agency: offer.Agency, Service: offer.Service, Counter: offer.Counter, IssuedToday: 9, Wait: &quarterOfAnHour, WaitFrom: monday}
	words := bannerTicket(text.MustLoad(text.Indonesian), ticket)
	require.Equal(t, "4 di depan · 12–20 menit", words.Ahead)
	require.Equal(t, "dipanggil sekitar 09.24–09.32", words.Called)
	ticket.Wait = nil
	require.Equal(t, "9 nomor diterbitkan hari ini", bannerTicket(text.MustLoad(text.Indonesian), ticket).Ahead)
}
