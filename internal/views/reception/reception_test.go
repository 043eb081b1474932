package reception

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
	"frontdesk/internal/views/finds"
	"frontdesk/internal/views/stage"
	"frontdesk/internal/views/stagetest"
)

// siti was here before with this NIK.
const sitiNIK = "6402015505900001"

func knowSiti(f *stagetest.Desk, _ *stagetest.Scene) {
	siti := models.Identity{Name: "Siti Contoh", NIK: sitiNIK, Phone: "+6281250001111"}
	seen := desk.Returning{VisitID: "old", LastSeen: stagetest.Monday.AddDate(0, 0, -11), Service: "DUK-06", Masked: siti.Mask()}
	f.Identities["old"] = siti
	f.Known[sitiNIK] = []desk.Returning{seen}
	f.Known["081250001111"] = []desk.Returning{seen}
}

func TestAVisitorWithANameTakesAtMostFiveKeys(t *testing.T) {
	h := openReception(t)
	h.at(spotSearch)
	h.Types("ktp hil")
	h.Press("Enter")
	h.at(spotVisitor)
	h.Types("Ahmad Contoh")
	h.Press("Enter")
	h.at(spotPhone)
	h.Press("Enter")

	require.LessOrEqual(t, h.Strokes, 5)
	require.Len(t, h.Desk.CheckIns, 1)
	require.Equal(t, "DUK-02", h.Desk.CheckIns[0].Errands[0].Service)
	require.Equal(t, models.Identity{Name: "Ahmad Contoh"}, h.Desk.CheckIns[0].Visitor)
	h.at(spotSearch)
	require.True(t, h.r().empty())
	require.Empty(t, h.view().purpose.search.Text())
	require.True(t, h.view().last.banner.Visible())
}

func TestAVisitorWithoutDataTakesOneKey(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9")
	require.LessOrEqual(t, h.Strokes, 2)
	require.Len(t, h.Desk.CheckIns, 1)
	require.True(t, h.Desk.CheckIns[0].Visitor.Empty())
	h.at(spotSearch)
}

func TestAReturningVisitorByCardTakesAtMostThreeKeys(t *testing.T) {
	h := openReception(t, knowSiti)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types(sitiNIK)
	h.Press("Enter") // the reader's own
	require.True(t, h.r().visitor.known.found())
	h.at(spotPhone)
	h.Press("Enter")

	require.LessOrEqual(t, h.Strokes, 3)
	require.Equal(t, models.Identity{Name: "Siti Contoh", NIK: sitiNIK, Phone: "+6281250001111"}, h.Desk.CheckIns[0].Visitor)
	h.at(spotSearch)
}

func TestEnterWhileTheStoreIsAskedIsNotLost(t *testing.T) {
	h := openReception(t, knowSiti)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types(sitiNIK)
	h.PressOne(stage.ParseKey("Enter"))
	h.PressOne(stage.ParseKey("Enter"))
	h.Work.Drain()
	require.Len(t, h.Desk.CheckIns, 1)
	require.Equal(t, "Siti Contoh", h.Desk.CheckIns[0].Visitor.Name)
}

func TestAPhoneOffersAChoiceAndFillsNothing(t *testing.T) {
	h := openReception(t, knowSiti)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("081250001111")
	h.Press("Enter")
	h.at(spotPeople)
	require.Empty(t, h.r().visitor.name)
	require.Equal(t, "081250001111", h.r().visitor.phone)

	t.Run("Esc leaves the choice", func(t *testing.T) {
		h.Press("Esc")
		h.at(spotName)
		require.Empty(t, h.r().visitor.name)
	})
	t.Run("Enter takes the person", func(t *testing.T) {
		h.Press("Shift+Tab")
		h.Types("081250001111")
		h.Press("Enter", "Enter")
		h.at(spotPhone)
		require.Equal(t, "Siti Contoh", h.r().visitor.name)
		require.Equal(t, sitiNIK, h.r().visitor.typed)
	})
}

func TestACardScannedFirstLeadsToThePurpose(t *testing.T) {
	h := openReception(t, knowSiti)
	h.Types(sitiNIK)
	h.Press("Enter")
	h.at(spotSearch)
	h.Types("ktp hil")
	h.Press("Enter")
	h.at(spotPhone)
	h.Press("Enter")
	require.Equal(t, sitiNIK, h.Desk.CheckIns[0].Visitor.NIK)
	require.Equal(t, "Siti Contoh", h.Desk.CheckIns[0].Visitor.Name)
}

func TestASignLeftInTheFieldDoesNotMakeAPhoneNumberOfACard(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("+")
	h.Press("Shift+Tab", "Shift+Tab", "Tab", "Tab")
	h.at(spotVisitor)
	h.Types(h.r().visitor.typed + sitiNIK) // the widget adds to what stands there
	require.Equal(t, sitiNIK, h.r().visitor.identity().NIK)
	require.Empty(t, h.r().visitor.identity().Phone)
}

func TestACardReadIntoTheNameIsLookedUp(t *testing.T) {
	h := openReception(t, knowSiti)
	h.Types("ktp hil")
	h.Press("Enter", "Tab")
	h.at(spotName)
	h.Types(sitiNIK)
	h.Press("Enter")
	require.Equal(t, sitiNIK, h.r().visitor.identity().NIK)
	require.Equal(t, "Siti Contoh", h.r().visitor.name)
}

func TestDoubleEnterIssuesOnce(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("Ahmad Contoh")
	h.Press("Enter")
	h.PressOne(stage.ParseKey("Enter"))
	h.PressOne(stage.ParseKey("Enter"))
	h.Work.Drain()
	h.Press("Enter")
	require.Len(t, h.Desk.CheckIns, 1)
}

func TestANIKInTheSearchFieldMovesToTheVisitor(t *testing.T) {
	for name, c := range map[string]struct{ before, digits, search string }{
		"alone":             {"", sitiNIK, ""},
		"after the purpose": {"ktp hil", sitiNIK, "ktp hil"},
		"a phone":           {"", "081250001111", ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t)
			h.Types(c.before)
			h.Types(c.digits)
			h.at(spotVisitor)
			require.Equal(t, c.digits, h.r().visitor.typed)
			require.Equal(t, c.search, h.r().purpose.query)
			require.Equal(t, c.search, h.view().purpose.search.Text())
			h.Press("Esc", "Esc")
			require.Empty(t, h.Desk.MissedWords)
		})
	}
}

func TestValuesAreMaskedWhileNotTyped(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types(sitiNIK)
	h.Press("Enter")
	field := h.view().visitor.fields[spotVisitor]
	require.Equal(t, "6402••••••••0001", field.Text())
	require.Equal(t, sitiNIK, h.r().visitor.typed)
	h.Press("Shift+Tab")
	h.at(spotVisitor)
	require.Equal(t, sitiNIK, field.Text())
}

func TestUndoMeansTheTicketOnlyWhileTheFormIsEmpty(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9")
	h.Types("skck")
	h.Press("Ctrl+Z")
	require.Empty(t, h.Desk.Undone, "typing was undone")
	for h.view().purpose.search.Text() != "" {
		h.Press("Ctrl+Z")
	}
	require.Empty(t, h.Desk.Undone)

	h.Desk.Clock = h.Desk.Clock.Add(2 * time.Second)
	h.Press("Ctrl+Z")
	require.Equal(t, []string{"visit-1"}, h.Desk.Undone)
	require.Equal(t, actionUndone, h.r().last.kind)

	t.Run("once only", func(t *testing.T) {
		h.Press("Ctrl+Z")
		require.Len(t, h.Desk.Undone, 1)
		require.Equal(t, "reception.nothing_to_undo", h.r().say.says.Key)
	})
}

func TestCorrectingATypoByCtrlZNeverTakesTheTicketBack(t *testing.T) {
	corrected := func(t *testing.T) *receptionHand {
		h := openReception(t)
		h.Types("skck")
		h.Press("F9")
		h.Types("sim c")
		h.Press("Ctrl+Z", "Ctrl+Z")
		require.Empty(t, h.view().purpose.search.Text())
		h.Press("Ctrl+Z")
		require.Empty(t, h.Desk.Undone)
		require.Equal(t, "reception.typing_undone", h.r().say.says.Key)
		return h
	}
	t.Run("a key that is held down repeats", func(t *testing.T) {
		h := corrected(t)
		for range 100 {
			h.Desk.Clock = h.Desk.Clock.Add(30 * time.Millisecond)
			h.Press("Ctrl+Z")
		}
		require.Empty(t, h.Desk.Undone)
	})
	t.Run("after a pause it means the ticket", func(t *testing.T) {
		h := corrected(t)
		h.Desk.Clock = h.Desk.Clock.Add(undoPause)
		h.Press("Ctrl+Z")
		require.Equal(t, []string{"visit-1"}, h.Desk.Undone)
	})
	t.Run("after another key it means the ticket", func(t *testing.T) {
		h := corrected(t)
		h.Press("Down", "Up", "Esc", "Ctrl+Z")
		require.Equal(t, []string{"visit-1"}, h.Desk.Undone)
	})
	t.Run("what was deleted comes back", func(t *testing.T) {
		h := openReception(t)
		h.Types("skck")
		h.Press("F9")
		h.Types("sim")
		h.Press("BackSpace", "BackSpace", "BackSpace", "Ctrl+Z")
		require.NotEmpty(t, h.view().purpose.search.Text())
		require.Empty(t, h.Desk.Undone)
	})
}

func TestANumberOfPeopleReplacesTheOne(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Shift+Tab")
	h.at(spotParty)
	h.Types("4")
	h.Press("Enter")
	require.Equal(t, 4, h.Desk.CheckIns[0].Party)

	t.Run("by mouse", func(t *testing.T) {
		h.Types("ktp hil")
		h.view().visitor.fields[spotParty].Input.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		h.at(spotParty)
		h.Types("12")
		h.Press("Enter")
		require.Equal(t, 12, h.Desk.CheckIns[1].Party)
	})
}

func TestAVoidIsTakenBackByCtrlZ(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9", "Ctrl+R", "B")
	h.Types("pulang")
	h.Press("Enter")
	require.Equal(t, actionVoided, h.r().last.kind)
	require.True(t, h.view().last.undoing.Visible())
	h.Press("Ctrl+Z")
	require.Equal(t, []string{"ticket-1"}, h.Desk.Restored)
	require.Equal(t, ActionRestored, h.r().last.kind)
	require.Empty(t, h.Desk.Undone, "the visit itself stays")
	h.Press("Ctrl+Z")
	require.Len(t, h.Desk.Restored, 1)
}

func TestAChangeOfServiceIsTakenBackByCtrlZ(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9", "Ctrl+R", "U")
	h.Types("ktp rusak")
	h.Press("Enter")
	require.Equal(t, actionChanged, h.r().last.kind)
	h.Press("Ctrl+Z")
	require.Equal(t, []string{"ticket-2 to ticket-1"}, h.Desk.Restored)
	require.Equal(t, "ticket-1", h.r().last.tickets[0].ID)

	t.Run("for thirty seconds only", func(t *testing.T) {
		h.Press("Ctrl+R", "Down", "U")
		h.Types("ktp rusak")
		h.Press("Enter")
		h.Desk.Clock = h.Desk.Clock.Add(31 * time.Second)
		h.Press("Ctrl+Z")
		require.Len(t, h.Desk.Restored, 1)
		require.Equal(t, "undo.too_late", h.r().say.says.Key)
	})
}

func TestAVoidedNumberIsNeverShownLarge(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9", "Ctrl+R", "B")
	h.Types("pulang")
	h.Press("Enter", "Ctrl+R")
	require.True(t, h.view().actions.main.Disabled())
	h.Press("Enter")
	h.at(spotTickets)
	require.Equal(t, "reception.ticket_voided_already", h.r().say.says.Key)
	require.False(t, h.view().last.banner.Visible())
}

func TestAnEnterTooManyAfterATicketChangesNothing(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9", "Enter")
	require.True(t, h.view().last.banner.Visible())
	require.False(t, h.view().note.Visible())
	h.Desk.Clock = h.Desk.Clock.Add(enterTwice)
	h.Press("Enter")
	require.Equal(t, "reception.choose_first", h.r().say.says.Key)
}

func TestArrowsMoveBetweenPriorityGroups(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Shift+Tab", "Shift+Tab")
	h.at(spotGroups)
	h.Press("Right", "Right", "Left", "Space", "Down", "Down", "Up", "Space", "Left", "Left", "Left", "Space")
	require.Equal(t, []models.Priority{models.Priorities[0], models.Priorities[1], models.Priorities[2]}, h.r().visitor.groups)
}

func TestAFamilyPhoneMayBelongToSomebodyElse(t *testing.T) {
	h := openReception(t, knowSiti)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("081250001111")
	h.Press("Enter")
	h.at(spotPeople)
	h.Press("Down", "Down", "Enter")
	h.at(spotName)
	require.False(t, h.r().visitor.known.found())
	require.Equal(t, "081250001111", h.r().visitor.phone)
	h.Types("Bagas Contoh")
	h.Press("Enter", "Enter")
	require.Equal(t, models.Identity{Name: "Bagas Contoh", Phone: "081250001111"}, h.Desk.CheckIns[0].Visitor)
}

func TestWhoWaitsAlreadyIsToldBeforeTheTicket(t *testing.T) {
	h := openReception(t, func(f *stagetest.Desk, s *stagetest.Scene) {
		knowSiti(f, s)
		f.Known[sitiNIK][0].LastSeen = stagetest.Monday.Add(-26 * time.Minute)
		f.Known[sitiNIK][0].Waiting = []string{"1A-014"}
	})
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types(sitiNIK)
	h.Press("Enter")
	status, detail := knownWords(h.Speak, h.r())
	require.Equal(t, "Sudah menunggu", status.Word)
	require.Equal(t, "1A-014", status.Detail)
	require.Contains(t, detail, "hari ini, 08.46")
	require.Empty(t, h.Desk.CheckIns)
}

func TestARowOfTodaysTicketsTellsTheMaskedVisitor(t *testing.T) {
	speak := text.MustLoad(text.Indonesian)
	ticket := desk.Issued{Ticket: models.Ticket{Number: "1A-014", Service: "DUK-02", IssuedAt: stagetest.Monday}}
	require.Equal(t, "DUK-02 · pukul 09.12", ticketCells(speak, ticket, stagetest.Monday.Location()).Line)
	ticket.Visitor = models.Identity{Name: "Siti Contoh"}.Mask()
	require.Equal(t, "S•••• C•••• · DUK-02 · pukul 09.12", ticketCells(speak, ticket, stagetest.Monday.Location()).Line)
}

func TestWhoCannotBeToldIsTypedByHand(t *testing.T) {
	for name, fail := range map[string]func(*stagetest.Desk, *stagetest.Scene){
		"the store cannot be read": func(f *stagetest.Desk, _ *stagetest.Scene) { f.Unread = errors.New("unreadable") },
		"the key is not at hand":   func(f *stagetest.Desk, s *stagetest.Scene) { knowSiti(f, s); delete(f.Identities, "old") },
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t, fail)
			h.Types("ktp hil")
			h.Press("Enter")
			h.Types(sitiNIK)
			h.PressOne(stage.ParseKey("Enter"))
			h.PressOne(stage.ParseKey("Enter"))
			h.Work.Drain()
			h.at(spotName)
			require.Empty(t, h.Desk.CheckIns)
			require.False(t, h.r().visitor.known.found())
			require.True(t, h.view().note.Visible())
			h.Types("Siti Contoh")
			h.Press("Enter", "Enter")
			require.Equal(t, models.Identity{Name: "Siti Contoh", NIK: sitiNIK}, h.Desk.CheckIns[0].Visitor)
		})
	}
}

func TestAWrongPhoneIsMaskedWhileNotTyped(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter", "Enter", "Enter")
	h.at(spotPhone)
	h.Types("081234567890Budi")
	h.Press("Tab")
	require.Equal(t, "••••udi", h.view().visitor.fields[spotPhone].Text())
	h.Press("Shift+Tab")
	require.Equal(t, "081234567890Budi", h.view().visitor.fields[spotPhone].Text())
}

func TestUndoEndsAfterThirtySeconds(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9")
	h.Desk.Clock = h.Desk.Clock.Add(31 * time.Second)
	h.Press("Ctrl+Z")
	require.Empty(t, h.Desk.Undone)
	require.Equal(t, "undo.too_late", h.r().say.says.Key)
}

func TestTheCountdownStopsByItself(t *testing.T) {
	h := openReception(t)
	waiting := len(h.Work.Ticking)
	h.Types("ktp hil")
	h.Press("F9")
	require.Len(t, h.Work.Ticking, waiting+1)
	h.Desk.Clock = h.Desk.Clock.Add(31 * time.Second)
	for _, tick := range h.Work.Ticking {
		tick()
	}
	h.Work.Drain()
	require.Len(t, h.Work.Ticking, waiting)
}

func TestARefusalLosesNothing(t *testing.T) {
	h := openReception(t)
	h.Desk.Refuse = models.Refuse("checkin.closed", "Disdukcapil", models.Say("status.absent"))
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("Ahmad Contoh")
	h.Press("Enter", "Enter")
	h.at(spotPhone)
	require.Equal(t, "Ahmad Contoh", h.r().visitor.name)
	require.Equal(t, "ktp hil", h.r().purpose.query)
	require.True(t, h.view().note.Visible())

	h.Desk.Refuse = nil
	h.Press("Enter")
	require.Len(t, h.Desk.CheckIns, 1)
	require.False(t, h.view().note.Visible())
}

func TestSeveralErrandsOfOneVisitor(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Ctrl+Enter")
	h.at(spotSearch)
	h.Types("skck baru")
	h.Press("Enter", "F9")
	codes := []string{h.Desk.CheckIns[0].Errands[0].Service, h.Desk.CheckIns[0].Errands[1].Service}
	require.Equal(t, []string{"DUK-02", "POL-01"}, codes)
	require.True(t, h.view().last.several.Visible())
}

func TestTheVisitorMayInsistOnAnOrder(t *testing.T) {
	h := openReception(t)
	h.Types("skck baru")
	h.Press("Ctrl+Enter")
	h.Types("paspor baru")
	h.Press("Enter", "Esc") // into the papers
	h.at(spotPapers)
	suggested := servicesOf(h.r().plan())
	h.r().cursor = slices.IndexFunc(h.r().items(), func(i item) bool {
		return i.requirement == stage.Nothing && i.offer.Service.Code == suggested[0]
	})
	h.Press("Alt+Down")
	turned := []string{suggested[1], suggested[0]}
	require.Equal(t, turned, servicesOf(h.r().plan()))
	h.Press("Alt+0")
	require.Equal(t, suggested, servicesOf(h.r().plan()))
	h.Press("Alt+Down", "F9")
	require.Equal(t, turned, h.Desk.CheckIns[0].First)
	require.Empty(t, h.r().order, "the next visitor has no order yet")
}

func TestAnErrandDoesNotComeBeforeTheResultThatItNeeds(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Ctrl+Enter")
	h.Types("surat kehilangan")
	h.Press("Enter", "Esc")
	h.at(spotPapers)
	suggested := servicesOf(h.r().plan())
	require.Equal(t, []string{"POL-06", "DUK-02"}, suggested)
	h.r().cursor = slices.IndexFunc(h.r().items(), func(i item) bool { return i.offer.Service.Code == "DUK-02" })
	h.Press("Alt+Up")
	require.Equal(t, suggested, servicesOf(h.r().plan()))
	require.Equal(t, "plan.needs_first", h.r().say.says.Key)
}

func TestALifeEventBringsItsChainAndEachServiceCanGo(t *testing.T) {
	h := openReception(t)
	h.Types("dompet hilang")
	for i, w := range h.r().purpose.rows {
		if w.Event != nil {
			h.Press("Alt+" + strconv.Itoa(i+1))
			break
		}
	}
	h.at(spotVisitor)
	require.Len(t, h.r().wanted(), 4)
	h.Press("Esc")
	h.at(spotPapers)
	h.Press("Delete")
	require.Len(t, h.r().wanted(), 3)
	h.Press("F9")
	require.Len(t, h.Desk.CheckIns[0].Errands, 3)
}

func TestOfSeveralServicesOnlyThoseOpenGiveANumber(t *testing.T) {
	h := openReception(t)
	h.Types("membuka usaha") // one of its agencies does not come on Mondays
	for i, w := range h.r().purpose.rows {
		if w.Event != nil {
			h.Press("Alt+" + strconv.Itoa(i+1))
			break
		}
	}
	now, not := finds.Issuable(h.r().wanted())
	require.NotEmpty(t, now)
	require.NotEmpty(t, not)
	h.Press("F9")
	require.Len(t, h.Desk.CheckIns[0].Errands, len(now))
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
			h.Types("ktp hil")
			h.Press("Tab")
			h.at(spotPapers)
			h.Press(c.keys...)
			h.Press("F9")
			errand := h.Desk.CheckIns[0].Errands[0]
			require.Equal(t, c.papers, errand.Papers)
			require.Equal(t, c.missing, errand.Missing)
		})
	}
}

func TestAPaperMadeInTheMallSaysWhere(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
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
	h.Types("balik nama")
	require.True(t, h.r().purpose.grouped())
	require.Equal(t, stage.Nothing, h.r().purpose.selected)
	h.Press("Enter")
	h.at(spotSearch)
	require.Equal(t, "reception.choose_first", h.r().say.says.Key)
	h.Press("Down", "Enter")
	h.at(spotVisitor)
}

func TestAClosedAgencyGivesNoNumberAndIsRecordedByOneMoreKey(t *testing.T) {
	h := openReception(t)
	h.Types("npwp")
	h.Press("Enter")
	h.at(spotTurnAway)
	h.Press("3")
	require.Equal(t, []models.TurnedAway{models.TurnedAwayClosed}, h.Desk.Turned)
	require.Empty(t, h.Desk.CheckIns)
	h.at(spotSearch)
	require.True(t, h.r().empty(), "the 3 was not typed into the search")
}

func TestAServiceDoneElsewhereIsReferred(t *testing.T) {
	h := openReception(t)
	h.Types("paspor hilang")
	require.NotNil(t, h.r().about().ReferTo)
	h.Press("Enter", "Enter")
	require.Equal(t, []models.TurnedAway{models.TurnedAwayNotHere}, h.Desk.Turned)
	require.Empty(t, h.Desk.CheckIns)
}

func TestQuestionsAreCountedAtTheDeskAndByTelephone(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F8")
	h.Press("Shift+F8")
	require.Equal(t, []string{"DUK-02", ""}, h.Desk.Asked)
	require.Equal(t, []bool{false, true}, h.Desk.ByPhone)
	h.at(spotSearch)
}

func TestAGuestIsRecordedWithoutANumber(t *testing.T) {
	h := openReception(t)
	h.Press("Ctrl+G")
	h.at(spotPurpose)
	h.Types("mengantar paket")
	h.Press("Enter")
	h.Types("Kurir Contoh")
	h.Press("Enter", "Enter")
	require.True(t, h.Desk.CheckIns[0].Guest)
	require.Empty(t, h.Desk.CheckIns[0].Errands)
	require.Equal(t, models.Identity{Name: "Kurir Contoh", Purpose: "mengantar paket"}, h.Desk.CheckIns[0].Visitor)
	h.at(spotSearch)
}

func TestTodaysTicketsAreMendedInPlace(t *testing.T) {
	issue := func(h *receptionHand) {
		h.Types("ktp hil")
		h.Press("F9")
		h.Types("skck")
		h.Press("Ctrl+R")
		h.at(spotTickets)
	}
	t.Run("Enter shows the way again", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.Press("Enter")
		require.Equal(t, actionShown, h.r().last.kind)
		require.True(t, h.view().last.banner.Visible())
		require.Equal(t, "skck", h.r().purpose.query, "the form is as it was")
		h.at(spotSearch)
	})
	t.Run("B voids with a reason", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.Press("B")
		h.at(spotReason)
		require.Empty(t, h.view().tickets.reason.Text(), "the letter was not typed")
		h.Press("Enter")
		require.Empty(t, h.Desk.Voided)
		h.Types("pulang")
		h.Press("Enter")
		require.Equal(t, map[string]string{"ticket-1": "pulang"}, h.Desk.Voided)
		require.Equal(t, "skck", h.r().purpose.query)
	})
	t.Run("U changes the service", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.Press("U")
		h.at(spotSearch)
		require.Empty(t, h.view().purpose.search.Text(), "the letter was not typed")
		h.Types("ktp rusak")
		h.Press("Enter")
		require.Equal(t, map[string]string{"ticket-1": "DUK-03"}, h.Desk.Changed)
		require.Equal(t, "skck", h.r().purpose.query)
	})
	t.Run("Esc goes back to the form", func(t *testing.T) {
		h := openReception(t)
		issue(h)
		h.Press("Esc")
		h.at(spotSearch)
		require.Equal(t, "skck", h.r().purpose.query)
	})
}

func TestAnEmptiedSearchChoosesNothing(t *testing.T) {
	h := openReception(t, func(f *stagetest.Desk, _ *stagetest.Scene) { f.Chosen = []string{"DUK-02"} })
	h.Types("ktp hil")
	require.Equal(t, "DUK-02", h.r().about().Code)
	for range "ktp hil" {
		h.Press("BackSpace")
	}
	require.Nil(t, h.r().about())
	h.Press("F9")
	require.Empty(t, h.Desk.CheckIns)
	h.Press("Down", "F9")
	require.Len(t, h.Desk.CheckIns, 1)
}

func TestLettersActOnlyWhileTheListHasTheFocus(t *testing.T) {
	h := openReception(t)
	h.Types("ub+-1")
	require.Equal(t, "ub+-1", h.r().purpose.query)
	require.False(t, h.r().tickets.open)
}

func TestEscStepsBackAndTwiceClears(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("Ahmad Contoh")
	h.Press("Enter", "Esc")
	h.at(spotPapers)
	require.Equal(t, "Ahmad Contoh", h.r().visitor.name)
	h.Press("Esc")
	h.at(spotSearch)
	require.True(t, h.r().empty())
}

func TestSearchesThatFoundNothingAreKept(t *testing.T) {
	h := openReception(t)
	h.Types("zzqx wvut")
	require.Empty(t, h.Desk.MissedWords)
	h.Press("Esc")
	require.Equal(t, []string{"zzqx wvut"}, h.Desk.MissedWords)
	h.Types("ktp hil")
	h.Press("F9")
	require.Len(t, h.Desk.MissedWords, 1)
}

func TestNothingTypedIsLost(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("Enter")
	h.Types("Ahmad Cont")

	t.Run("by a look at another screen", func(t *testing.T) {
		h.Press("F2")
		h.Offer(stage.ParseKey("F1"))
		h.Work.Drain()
		h.at(spotVisitor)
		require.Equal(t, "Ahmad Cont", h.view().visitor.fields[spotVisitor].Text())
		require.Equal(t, "ktp hil", h.view().purpose.search.Text())
	})
	t.Run("by another language", func(t *testing.T) {
		h.Press("Ctrl+L")
		require.Equal(t, text.English, h.Speak.Language())
		h.at(spotVisitor)
		require.Equal(t, "Ahmad Cont", h.view().visitor.fields[spotVisitor].Text())
		require.Equal(t, "ktp hil", h.view().purpose.search.Text())
		h.Types("oh")
		require.Equal(t, "Ahmad Contoh", h.r().visitor.typed)
	})
}

func TestTypingAndWalkingTheRowsReadNoStore(t *testing.T) {
	h := openReception(t)
	before := h.Desk.Reads
	h.Types("balik nama")
	h.Press("Down", "Down", "Up", "Tab", "Shift+Tab")
	require.Equal(t, before, h.Desk.Reads)
}

func TestFunctionKeysWorkWithoutAFocus(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Canvas().Unfocus()
	require.Nil(t, h.Canvas().Focused())
	h.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF9})
	h.Work.Drain()
	require.Len(t, h.Desk.CheckIns, 1)
	h.at(spotSearch)
}

func TestAWordTypedWithoutAFocusIsNotLost(t *testing.T) {
	h := openReception(t)
	h.Canvas().Unfocus()
	h.Canvas().OnTypedRune()('k')
	h.Work.Drain()
	require.Equal(t, "k", h.r().purpose.query)
	h.at(spotSearch)
}

func TestAFieldShownAgainTakesTheFocus(t *testing.T) {
	h := openReception(t)
	h.Types("ktp hil")
	h.Press("F9", "Ctrl+R")
	reason := h.view().tickets.reason
	h.Forget(reason, reason.Input)
	h.Press("B")
	h.at(spotReason)
}

func TestEveryWindowSizeHasRoomForThePanes(t *testing.T) {
	for name, size := range map[string]fyne.Size{
		"usual":    stagetest.UsualPage,
		"smallest": stagetest.SmallestPage,
		"folded":   fyne.NewSize(836, 612),
	} {
		t.Run(name, func(t *testing.T) {
			h := openReception(t)
			h.Window.Resize(size)
			h.Types("ktp hil")
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
	d := stagetest.NewDesk(t)
	offer, _ := d.Offer("DUK-02", desk.Today{}, stagetest.Monday)
	ticket := desk.Issued{Agency: offer.Agency, Service: offer.Service, Counter: offer.Counter, IssuedToday: 9, Wait: &quarterOfAnHour, WaitFrom: stagetest.Monday}
	words := bannerTicket(text.MustLoad(text.Indonesian), ticket)
	require.Equal(t, "4 di depan · 12–20 menit", words.Ahead)
	require.Equal(t, "dipanggil sekitar 09.24–09.32", words.Called)
	ticket.Wait = nil
	require.Equal(t, "9 nomor diterbitkan hari ini", bannerTicket(text.MustLoad(text.Indonesian), ticket).Ahead)
}
