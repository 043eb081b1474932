package syncpage

import (
	"fyne.io/fyne/v2"

	"frontdesk/internal/text"
	"frontdesk/internal/views/kit"
	"frontdesk/internal/views/stage"
)

// syncHeading stands above a section, with a count where there is one.
func syncHeading(words, count string) fyne.CanvasObject {
	return kit.Row(6, kit.SemiBold(words, kit.ColorInk, kit.TextButton), kit.Text(count, kit.ColorMuted, kit.TextDetail))
}

// syncSection is a heading and what stands below it.
func syncSection(heading fyne.CanvasObject, below ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(9, append([]fyne.CanvasObject{heading}, below...)...)
}

// syncMain is the wide column: the way to the centre, the last days, the runs.
func syncMain(speak *text.Speaker, page syncPage) fyne.CanvasObject {
	return kit.Column(24,
		kit.Column(14, syncHeading(speak.T("sync_page.where"), ""), syncWhere(speak, page)),
		syncSection(syncHeading(speak.T("sync_page.week"), ""), syncWeek(page.week)),
		syncHistory(speak, page.history))
}

// syncSide is the narrow column: when, what waits, and what needs a look.
func syncSide(speak *text.Speaker, page syncPage) fyne.CanvasObject {
	plan := kit.NewPanel("", kit.Inset{Top: 8}, kit.EdgeTop, kit.NewDefinitions(page.plan...))
	return kit.Column(20,
		syncSection(syncHeading(speak.T("sync_page.plan"), ""), plan),
		syncWaiting(speak, page),
		syncAside(speak, page))
}

// syncWaiting counts what waits, by kind.
func syncWaiting(speak *text.Speaker, page syncPage) fyne.CanvasObject {
	heading := syncHeading(speak.T("sync_page.waiting"), speak.Count(page.waiting))
	if len(page.kinds) == 0 {
		return syncSection(heading, stage.Ruled(stage.DetailLine(speak.T("sync_page.waiting.none"))))
	}
	lines := kit.Column(0)
	for _, kind := range page.kinds {
		lines.Add(stage.Ruled(kit.Border(nil, nil, nil, kit.SemiBold(kind.count, kit.ColorInk, kit.TextDetail),
			kit.Text(kind.label, kit.ColorInk, kit.TextDetail).Cut())))
	}
	return syncSection(heading, lines)
}

// syncAside says why records are kept aside, and what mends it.
func syncAside(speak *text.Speaker, page syncPage) fyne.CanvasObject {
	heading := syncHeading(speak.T("sync_page.see"), speak.Count(page.toSee))
	if page.aside == 0 && page.shared == nil {
		return syncSection(heading, stage.Ruled(stage.DetailLine(speak.T("sync_page.see.none"))))
	}
	lines := kit.Column(0)
	if page.shared != nil {
		lines.Add(syncReason(*page.shared))
	}
	if page.aside == 0 {
		return syncSection(heading, lines)
	}
	lines.Add(stage.Ruled(kit.Text(speak.T("sync_page.see.intro"), kit.ColorInk, kit.TextDetail).Wrapped()))
	for _, see := range page.see {
		lines.Add(syncReason(see))
	}
	lines.Add(stage.DetailLine(page.more))
	return syncSection(heading, lines)
}

// syncReason is one reason, how to mend it, and the records it is about.
func syncReason(see syncSee) fyne.CanvasObject {
	lines := kit.Column(3, syncWhy(see.why), kit.Text(see.mend, kit.ColorInk, kit.TextDetail).Wrapped())
	for _, row := range see.rows {
		lines.Add(kit.Text(row, kit.ColorMuted, kit.TextDetail).Cut())
	}
	return stage.Ruled(lines)
}

// syncWhy is a reason with its shape; it goes on in further lines.
func syncWhy(why string) *stage.Block {
	mark := kit.NewMark(kit.ShapeTriangle, kit.ColorWarn)
	words := kit.SemiBold(why, kit.ColorWarn, kit.TextDetail).Wrapped()
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		left, side := stage.Units(19), stage.Units(12)
		height := kit.HeightFor(words, width-left)
		put(mark, 0, stage.Units(3), side, side)
		put(words, left, 0, width-left, height)
		return height
	}, mark, words)
}

// syncHistory lists the runs.
func syncHistory(speak *text.Speaker, history []tryLine) fyne.CanvasObject {
	heading := syncHeading(speak.T("sync_page.history"), "")
	if len(history) == 0 {
		return syncSection(heading, stage.Ruled(kit.NewEmpty(speak.T("sync_page.history.none"), speak.T("sync_page.history.none_do"))))
	}
	lines := kit.Column(0)
	for _, line := range history {
		lines.Add(stage.Ruled(syncTryLine(line)))
	}
	return syncSection(heading, lines)
}

// syncTryLine is a run: when, how it went, and what it did.
func syncTryLine(line tryLine) *stage.Block {
	when := kit.Text(line.when, kit.ColorInk, kit.TextDetail)
	status := kit.NewStatusLine(line.status)
	detail := kit.Text(line.detail, kit.ColorMuted, kit.TextDetail).Wrapped()
	return stage.NewBlock(func(width float32, put stage.Placing) float32 {
		second, third := stage.Units(166), stage.Units(282)
		top := when.MinSize().Height
		put(when, 0, 0, second, top)
		put(status, second, 0, third-second, status.MinSize().Height)
		height := kit.HeightFor(detail, width-third)
		put(detail, third, 0, width-third, height)
		return max(top, height)
	}, when, status, detail)
}
