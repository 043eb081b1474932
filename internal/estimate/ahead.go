package estimate

import "frontdesk/internal/models"

// ahead counts who is called before whom if nobody else comes: among the
// tickets that share a counter, by the rule of order.
func (g *game) ahead(waiting []models.Passage) (byTicket, byService map[string]int) {
	byTicket, byService = make(map[string]int, len(waiting)), map[string]int{}
	shares := g.sharing()
	seen := newTally(len(shares))
	for _, j := range g.queue {
		seen.add(j.priority, j.line)
	}
	all := seen
	seen = newTally(len(shares))
	for _, j := range g.queue {
		mine := shares[j.line]
		ordinary, priority := seen.of(0, mine), seen.of(1, mine)
		if j.priority {
			byTicket[waiting[j.ticket].Ticket] = priority + min(all.of(0, mine), (priority+g.run)/g.most)
		} else {
			byTicket[waiting[j.ticket].Ticket] = ordinary + min(all.of(1, mine), g.most*(ordinary+1)-min(g.run, g.most))
		}
		seen.add(j.priority, j.line)
	}
	for code, s := range g.past.service {
		mine := shares[g.lineOf[s]]
		ordinary := all.of(0, mine)
		byService[code] = ordinary + min(all.of(1, mine), g.most*(ordinary+1)-min(g.run, g.most))
	}
	return byTicket, byService
}

// sharing tells for each line which lines have a counter in common with it.
func (g *game) sharing() [][]int {
	count := len(g.lined[0])
	shares := make([][]bool, count)
	for i := range shares {
		shares[i] = make([]bool, count)
		shares[i][i] = true
	}
	for _, lines := range g.lines {
		for _, a := range lines {
			for _, b := range lines {
				shares[a][b] = true
			}
		}
	}
	list := make([][]int, count)
	for i, row := range shares {
		for j, common := range row {
			if common {
				list[i] = append(list[i], j)
			}
		}
	}
	return list
}

// tally counts tickets by class and line.
type tally [2][]int

func newTally(lines int) tally { return tally{make([]int, lines), make([]int, lines)} }

func (t tally) add(priority bool, line int) { t[classOf(priority)][line]++ }

func (t tally) of(class int, lines []int) int {
	n := 0
	for _, l := range lines {
		n += t[class][l]
	}
	return n
}
