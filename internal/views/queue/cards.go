package queue

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// queueCards are the counters of the chosen agency side by side: as many as
// there is room for, the chosen one among them.
type queueCards struct {
	state *State
	speak *text.Speaker
	panel *kit.Panel
	row   *fyne.Container
	cards []*queueCard
}

func newQueueCards(s *State, speak *text.Speaker) *queueCards {
	c := &queueCards{state: s, speak: speak}
	c.row = &fyne.Container{Layout: &cardsLayout{cards: c}}
	c.panel = kit.NewPanel(kit.ColorPage, kit.Sides(16, 20), 0, c.row)
	return c
}

// paint shows the counters; cards are made once and reused.
func (c *queueCards) paint(words queueWords) {
	counters := c.state.counters()
	for len(c.cards) < len(counters) {
		c.cards = append(c.cards, newQueueCard(c.state, c.speak, len(c.cards)))
	}
	if len(c.row.Objects) != len(counters) {
		c.row.Objects = nil
		for _, card := range c.cards[:len(counters)] {
			c.row.Objects = append(c.row.Objects, card.card)
		}
	}
	c.paintWork(words)
}

// paintWork shows what the counters do now.
func (c *queueCards) paintWork(words queueWords) {
	for i, counter := range c.state.counters() {
		if i < len(c.cards) {
			c.cards[i].paint(words, counter)
		}
	}
}

// queueCard is one counter with the buttons for what can be done there now.
type queueCard struct {
	state   *State
	index   int
	card    *kit.CounterCard
	next    *kit.Button
	called  []fyne.CanvasObject
	serving []fyne.CanvasObject
	offered offered
}

// offered is what the buttons of a card depend on.
type offered struct {
	drawn  bool
	state  models.TicketState
	chosen bool
}

func newQueueCard(s *State, speak *text.Speaker, index int) *queueCard {
	c := &queueCard{state: s, index: index}
	button := func(says string, do func(*State)) *kit.Button {
		return kit.NewButton(kit.ButtonOutlined, speak.T("queue_page.do."+says), "", func() { c.press(do) }).Compact()
	}
	c.next = button("next", (*State).next)
	c.called = []fyne.CanvasObject{button("serve", (*State).serve), button("recall", (*State).recall), button("no_show", (*State).noShow)}
	c.serving = []fyne.CanvasObject{button("done", (*State).finish), button("transfer", (*State).askTransfer), button("park", (*State).askPark)}
	c.card = kit.NewCounterCard()
	c.card.OnTapped = func() { s.light(s.counters()[index].Code) }
	return c
}

// press does something at this card's counter.
func (c *queueCard) press(do func(*State)) {
	counters := c.state.counters()
	if c.index < len(counters) {
		c.state.light(counters[c.index].Code)
		do(c.state)
	}
}

func (c *queueCard) paint(words queueWords, counter models.Counter) {
	q := c.state.chosen()
	c.card.Set(words.card(q, counter), counter.Code == c.state.counter)
	chosen := counter.Code == c.state.counter && c.state.ask == nil
	if now := (offered{true, q.at[counter.Code].State, chosen}); now != c.offered {
		c.offered = now
		c.offer(words.speak)
	}
}

// offer sets the buttons; the one filled button is that of the chosen counter.
func (c *queueCard) offer(speak *text.Speaker) {
	switch c.offered.state {
	case models.TicketCalled:
		c.card.SetActions(c.called...)
	case models.TicketServing:
		c.card.SetActions(c.serving...)
	default:
		kind, key := kit.ButtonOutlined, ""
		if c.offered.chosen {
			kind, key = kit.ButtonFilled, speak.T("keycap.space")
		}
		c.next.SetKind(kind)
		c.next.SetKey(key)
		c.card.SetActions(c.next)
	}
}

// Measures of the cards in units.
const (
	cardNarrowest float32 = 214
	cardWidest    float32 = 440
	cardGap       float32 = 14
)

// cardsLayout sets as many cards as there is room for.
type cardsLayout struct{ cards *queueCards }

// Layout parts the width; the chosen counter is always among those shown.
func (l *cardsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	gap := stage.Units(cardGap)
	fit := max(1, int((size.Width+gap)/(stage.Units(cardNarrowest)+gap)))
	shown := min(fit, len(objects))
	first := min(max(0, l.cards.state.counterIndex()-shown+1), len(objects)-shown)
	width := min(stage.Units(cardWidest), (size.Width-gap*float32(shown-1))/float32(shown))
	for i, o := range objects {
		stage.SetVisible(o, i >= first && i < first+shown)
		stage.Set(o, float32(i-first)*(width+gap), 0, width, size.Height)
	}
}

// MinSize is the height of a card.
func (l *cardsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.NewSize(0, 0)
	}
	return fyne.NewSize(stage.Units(cardNarrowest), objects[0].MinSize().Height)
}
