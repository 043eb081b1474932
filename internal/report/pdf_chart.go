package report

import (
	"strconv"
	"time"
)

// shades of the heat map, from few to many; on the last two the words are
// white (look.md).
var shades = []ink{{214, 232, 228}, {178, 213, 206}, {133, 187, 178}, {79, 153, 144}, {36, 119, 109}, {10, 85, 77}}

// Shade is the step of the heat map, 0 to 5, of a value beside the highest.
func Shade(value, highest float64) int {
	if highest <= 0 {
		return 0
	}
	return min(int(value/highest*float64(len(shades))), len(shades)-1)
}

// barsShown is how many agencies a chart has.
const barsShown = 10

func (p *paper) setCharts() {
	if len(p.report.Hours) > 0 {
		p.need(62)
		p.heading(p.words.t("hours"), p.words.t("hours.note"))
		p.heat()
	}
	busiest := p.report.Agencies[:min(len(p.report.Agencies), barsShown)]
	if len(busiest) == 0 {
		return
	}
	p.need(20 + 6*float64(len(busiest)))
	p.heading(p.words.t("chart.agencies"), p.words.t("chart.of", strconv.Itoa(len(busiest)), strconv.Itoa(len(p.report.Agencies))))
	for _, a := range busiest {
		p.bar(p.words.agency(a.Name), a.Errands, busiest[0].Errands)
	}
	p.ranges()
}

// heat draws people by weekday and hour.
func (p *paper) heat() {
	const name, high = 22.0, 7.0
	first, last := p.report.HoursSeen()
	width := (inside - name) / float64(last-first+1)
	for hour := first; hour <= last; hour++ {
		p.set(margin+name+float64(hour-first)*width, p.GetY(), width, 7.5, false, inkMuted, "C", twoDigits(hour))
	}
	p.SetY(p.GetY() + 4.5)
	highest := p.report.HighestMean()
	for _, line := range p.report.Hours {
		y := p.GetY()
		p.set(margin, y+2, name, 8.5, false, inkBlack, "L", p.speak.Day(time.Weekday(line.Weekday%7)))
		for hour := first; hour <= last; hour++ {
			p.heatCell(margin+name+float64(hour-first)*width, y, width, high, line.Mean(hour), highest)
		}
		p.SetY(y + high + 0.8)
	}
}

func (p *paper) heatCell(x, y, width, high, mean, highest float64) {
	if mean == 0 {
		p.SetDrawColor(inkLine[0], inkLine[1], inkLine[2])
		p.SetLineWidth(0.2)
		p.Rect(x+0.4, y, width-0.8, high, "D")
		return
	}
	step := Shade(mean, highest)
	p.SetFillColor(shades[step][0], shades[step][1], shades[step][2])
	p.Rect(x+0.4, y, width-0.8, high, "F")
	words := inkBlack
	if step >= len(shades)-2 {
		words = ink{255, 255, 255}
	}
	p.set(x, y+2, width, 8, true, words, "C", p.speak.Tenths(mean))
}

// Widths of the charts with bars.
const (
	chartName = 46.0
	chartTail = 26.0
	chartWide = inside - chartName - chartTail
)

func (p *paper) bar(name string, n, most int) {
	y := p.GetY()
	p.set(margin, y+0.6, chartName, 8.5, false, inkBlack, "L", p.fit(name, chartName-2))
	if most > 0 {
		p.SetFillColor(inkAccent[0], inkAccent[1], inkAccent[2])
		p.Rect(margin+chartName, y+0.6, chartWide*float64(n)/float64(most), 3.8, "F")
	}
	p.set(pageWidth-margin-chartTail, y+0.6, chartTail, 8.5, false, inkBlack, "R", p.speak.Count(n))
	p.SetY(y + 5.6)
}

// ranges draws median and 90th percentile of the waiting time by agency.
func (p *paper) ranges() {
	list := p.report.Waits(barsShown)
	if len(list) == 0 {
		return
	}
	p.need(20 + 6*float64(len(list)))
	p.heading(p.words.t("chart.waits"), p.words.t("chart.waits.note"))
	longest := 1
	for _, a := range list {
		longest = max(longest, a.Waiting.P90)
	}
	for _, a := range list {
		y := p.GetY()
		at := func(minutes int) float64 { return margin + chartName + chartWide*float64(minutes)/float64(longest) }
		p.set(margin, y+0.6, chartName, 8.5, false, inkBlack, "L", p.fit(p.words.agency(a.Name), chartName-2))
		p.SetDrawColor(inkAccent[0], inkAccent[1], inkAccent[2])
		p.SetLineWidth(0.8)
		p.Line(at(a.Waiting.Median), y+2.5, at(a.Waiting.P90), y+2.5)
		p.SetFillColor(inkAccent[0], inkAccent[1], inkAccent[2])
		p.Circle(at(a.Waiting.Median), y+2.5, 1.3, "F")
		p.SetFillColor(inkBlack[0], inkBlack[1], inkBlack[2])
		p.Rect(at(a.Waiting.P90)-0.5, y+0.7, 1, 3.6, "F")
		p.set(pageWidth-margin-chartTail, y+0.6, chartTail, 8.5, false, inkBlack, "R", strconv.Itoa(a.Waiting.Median)+" / "+strconv.Itoa(a.Waiting.P90))
		p.SetY(y + 5.6)
	}
}
