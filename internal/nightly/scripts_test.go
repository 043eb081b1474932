package nightly

import "time"

// firstScript is the seed of the first script; lower ones are random.
const firstScript = 1 << 32

// scripts are schedules for what chance meets too seldom, and for faults that
// random ones found: their seeds mean other schedules once an action is added.
var scripts = []func(p *play){equalPlaces, beatenMeanwhile, olderCopyBesideRefused, erasedInTwoLives, erasedAndSentAgain,
	erasedBeforeTheCentreWentBack, anothersBatchAtTheSamePlace}

// equalPlaces: the centre goes back, and a clone brings it to the same place
// again with other content. Only the chain tells the two apart.
func equalPlaces(p *play) {
	first := p.desks[0]
	p.insert(first)
	p.run(first, 0, "")
	p.backUpCentre()
	p.clone(first)
	p.edit(first, p.ticket(first), "")
	p.run(first, 0, "")
	p.restoreCentre()
	p.editVisit(p.desks[1], p.visit(first))
	p.run(p.desks[1], 0, "")
}

// beatenMeanwhile: an edit is made between push and pull, and what the pull
// brings for the same record is newer than it.
func beatenMeanwhile(p *play) {
	first := p.desks[0]
	p.insert(first)
	p.run(first, 0, "")
	p.clone(first)
	second := p.desks[1]
	p.run(second, 0, "")
	p.edit(second, p.ticket(second), "")
	p.run(second, 0, "")
	second.skew = -48 * time.Hour
	first.skew = 48 * time.Hour
	p.edit(first, p.ticket(first), "")
	p.run(first, 0, "")
	p.editMeanwhile(second, p.ticket(second))
}

// olderCopyBesideRefused: a clone's newer version is refused, and then an
// older one of the same record is stored.
func olderCopyBesideRefused(p *play) {
	first := p.desks[0]
	p.insert(first)
	p.run(first, 0, "")
	p.clone(first)
	second := p.desks[1]
	second.skew = 48 * time.Hour
	p.edit(second, p.ticket(second), p.site.poison())
	p.run(second, 0, "")
	p.edit(first, p.ticket(first), "")
	p.run(first, 0, "")
	p.run(second, 0, "")
}

// erasedInTwoLives: the centre erases an identity, goes back to before, and
// meets the erased version that the desk took over.
func erasedInTwoLives(p *play) {
	desk := p.desks[0]
	p.insert(desk)
	p.run(desk, 0, "")
	p.backUpCentre()
	p.eraseAtCentre()
	p.run(desk, 0, "")
	p.clone(desk)
	p.restoreCentre()
	p.eraseAtCentre()
	p.insert(desk)
	p.run(desk, 0, "")
	p.run(p.desks[1], 0, "")
}

// erasedAndSentAgain: a desk restored from a time before the erasure sends
// the version that the centre has emptied once more, after a newer one.
func erasedAndSentAgain(p *play) {
	desk := p.desks[0]
	p.insert(desk)
	p.run(desk, 0, "")
	p.snapshot(desk)
	p.eraseAtCentre()
	p.run(desk, 0, "")
	p.editVisit(desk, p.visit(desk))
	p.run(desk, 0, "")
	p.restore(desk)
	p.edit(desk, p.ticket(desk), "")
	p.run(desk, 0, "")
}

// erasedBeforeTheCentreWentBack: the centre forgets that it erased a version,
// stores a newer one over it, and hears of the erasure from a clone (seed 4555
// of a soak).
func erasedBeforeTheCentreWentBack(p *play) {
	desk := p.desks[0]
	p.insert(desk)
	p.run(desk, 0, "")
	p.backUpCentre()
	p.eraseAtCentre()
	p.clone(desk)
	p.run(p.desks[1], 0, "")
	p.restoreCentre()
	p.editVisit(desk, p.visit(desk))
	p.run(desk, 0, "")
	p.run(p.desks[1], 0, "")
}

// anothersBatchAtTheSamePlace: a batch was noted and never sent, and a clone
// brought the centre to the place where it would have ended.
func anothersBatchAtTheSamePlace(p *play) {
	first := p.desks[0]
	p.insert(first)
	p.run(first, 0, "")
	p.clone(first)
	p.edit(first, p.ticket(first), "")
	p.run(first, 0, afterDepart)
	second := p.desks[1]
	p.edit(second, p.ticket(second), "")
	p.run(second, 0, "")
	p.run(first, 0, "")
}
