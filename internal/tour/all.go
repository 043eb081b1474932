package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"frontdesk/internal/xdisplay"
)

// look is a size, a language and colours under which every screen is taken.
type look struct {
	size          string
	width, height int
	language      string
	colours       string
	scale         int // of the text, percent
}

func (l look) name() string { return l.size + "-" + l.language + "-" + l.colours }

func (l look) settings() string {
	return fmt.Sprintf("language = %q\nappearance = %q\ntext.scale = %d\n", l.language, l.colours, l.scale)
}

// everyLook is each size in each language and each set of colours; a language
// goes through the colours in another order, so that the first two of a size
// differ in both.
func everyLook() []look {
	sizes := []look{
		{size: "1024", width: 1024, height: 700, scale: 100},
		{size: "1366", width: 1366, height: 768, scale: 100},
		{size: "1920", width: 1920, height: 1080, scale: 100},
		{size: "150", width: 1366, height: 768, scale: 150},
	}
	colours := []string{"light", "dark", "contrast"}
	var all []look
	for i, size := range sizes {
		for j := range colours {
			for k, language := range []string{"id", "en"} {
				l := size
				l.language, l.colours = language, colours[(i+j+k)%len(colours)]
				all = append(all, l)
			}
		}
	}
	return all
}

// page is a picture that is taken while one window walks through its screens.
type page struct {
	name string
	play func(*xdisplay.Window) error
}

var settle = (*xdisplay.Window).Settle

// deskPages are the screens of the desk in the order of one walk.
var deskPages = []page{
	{"f1-kosong", pressed("Escape", "Escape")},
	{"f1-ketik", plays(typed("ktp hil"), settle)},
	{"f1-berkas", presses("Return")},
	{"f1-nomor", plays(typed("Ahmad Contoh"), presses("Return", "Return"))},
	{"f1-tutup", plays(presses("Escape", "Escape"), typed("npwp"), settle)},
	{"f1-pilihan", plays(presses("Escape", "Escape", "Escape"), typed("balik nama"), settle)},
	{"f2", plays(presses("Escape", "Escape", "F2"), typed("sim c"), settle)},
	{"f3", presses("Escape", "F3", "Right", "Right")},
	{"f3-alihkan", plays(presses("Down", "a"), typed("samsat"), settle)},
	{"f4", presses("Escape", "Escape", "F4")},
	{"f4-orang", presses("Down", "Down")},
	{"f5", presses("F5", "Down")},
	{"f6-kosong", presses("F6")},
	{"survei-lembar", presses("ctrl+i")},
	{"f10-atur", presses("F10", "Down", "Down")},
	{"f10-direktori", presses("F10", "Down", "Return")},
	{"f10-petugas", presses("Escape", "Escape", "F10")},
	{"f12", presses("F12")},
	{"kunci", plays(presses("Escape", "ctrl+k"))},
	{"kunci-pin", plays(typed("Rina Contoh"), presses("Return"), pinTwice("482915"), presses("ctrl+k"), typed("111111"), presses("Return"), checked)},
	{"petugas-satu", plays(typed("482915"), presses("Return"), checked, settle)},
	{"petugas-peran", plays(presses("n"), typed("Dewi Contoh"), presses("Return"))},
}

// figuresPages are the screens of a desk that has worked for weeks.
var figuresPages = []page{
	{"f6-1", plays(presses("F6", "Left"), counted, settle)},
	{"f6-2", presses("2")},
	{"f6-3", presses("3")},
	{"f6-4", plays(presses("t", "4"), counted, settle)},
	{"f6-5", plays(presses("h", "b", "5"), judged, settle)},
	{"f6-simpan", presses("1", "p")},
	{"f4-riwayat", plays(presses("Escape", "F4", "r"), settle)},
	{"sinkron-lama", presses("ctrl+s")},
	{"f1-lama", presses("F1")},
}

func counted(*xdisplay.Window) error { time.Sleep(counting); return nil }
func judged(*xdisplay.Window) error  { time.Sleep(judging); return nil }

// alonePages are the windows that show one screen only.
var alonePages = []struct {
	page
	args []string
}{
	{page{"loket", nothing}, []string{"--counter", "DUK-1"}},
	{page{"layar", nothing}, []string{"--screen", "display"}},
	{page{"pemandu-tablet", chosen("paspor")}, []string{"--screen", "guide", "--touch"}},
	{page{"survei", nothing}, []string{"--screen", "survey"}},
	{page{"survei-tanya", asked}, []string{"--screen", "survey"}},
}

// firstPages are the pages of the first run, each left as it is proposed.
var firstPages = []page{
	{"mulai-1", nothing}, {"mulai-2", presses("Return")}, {"mulai-3", presses("Return")}, {"mulai-4", presses("Return")},
	{"mulai-5", presses("F9")}, {"mulai-6", presses("F9")}, {"mulai-7", presses("F9")},
	{"mulai-8", plays(presses("F9"), checked, settle)}, {"mulai-9", presses("F9")},
}

// allAlbum takes every screen in every look whose name has one of the words.
func allAlbum(program, out, only string) (err error) {
	outer, err := os.MkdirTemp("", "frontdesk-all")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(outer)) }()
	desks := furnished{practice: filepath.Join(outer, "latihan"), worked: filepath.Join(outer, "meja"), program: program, out: out}
	if err := desks.furnish(); err != nil {
		return err
	}
	for _, l := range everyLook() {
		if !hasAny(l.name(), only) {
			continue
		}
		if err := desks.takeAll(l, outer); err != nil {
			return fmt.Errorf("%s: %w", l.name(), err)
		}
	}
	return nil
}

// hasAny tells whether a name has one of the words, or there are none.
func hasAny(name, words string) bool {
	for word := range strings.SplitSeq(words, ",") {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// furnished are two data folders that every look is taken of: one of a
// practice morning, one of weeks by the machine's clock.
type furnished struct {
	practice, worked string
	program, out     string
}

func (f furnished) furnish() error {
	if err := errors.Join(os.Mkdir(f.practice, 0o700), os.Mkdir(f.worked, 0o700)); err != nil {
		return err
	}
	for _, h := range morning {
		if err := desk(f.program, f.practice, 1366, 768, "", h.at, nil, h.play); err != nil {
			return fmt.Errorf("%s: %w", h.at, err)
		}
	}
	if err := desk(f.program, f.practice, 1366, 768, "", "08:43:00", nil, plays(guests, presses("F5"), late)); err != nil {
		return err
	}
	sheets := filepath.Join(filepath.Dir(f.worked), "lembar.csv")
	if err := os.WriteFile(sheets, []byte(madeUpSheets()), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{{"simulate", "--days", "20", "--visits-per-day", "150", "--seed", "3", "--calls"}, {"survey", "import", sheets}} {
		if _, err := xdisplay.Run(f.program, f.worked, args...); err != nil {
			return err
		}
	}
	return inFile(filepath.Join(f.worked, "frontdesk.db"), night(2*day, 812, 0, ""), night(day, 797, 3, ""))
}

// takeAll takes every screen in one look, each walk in a copy of its folder.
func (f furnished) takeAll(l look, outer string) error {
	fresh := filepath.Join(outer, "baru")
	errs := []error{
		f.walk(l, f.practice, []string{"--now", opening[:11] + "08:44:00" + opening[19:]}, deskPages),
		f.walk(l, f.worked, nil, figuresPages),
		f.first(l, fresh),
	}
	for _, p := range alonePages {
		errs = append(errs, f.walk(l, f.practice, append([]string{"--now", opening[:11] + "08:44:00" + opening[19:]}, p.args...), []page{p.page}))
	}
	return errors.Join(errs...)
}

func (f furnished) walk(l look, folder string, args []string, pages []page) (err error) {
	copied, err := os.MkdirTemp("", "frontdesk-look")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(copied)) }()
	data := filepath.Join(copied, "meja")
	if err := copyDesk(folder, data); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(data, "settings.toml"), []byte(l.settings()), 0o600); err != nil {
		return err
	}
	return f.show(l, append([]string{"--data", data}, args...), plays(presses("Escape"), settle), pages)
}

// copyDesk copies a data folder; a key that others could read is not taken.
func copyDesk(from, to string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return filepath.WalkDir(to, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return os.Chmod(path, 0o600)
	})
}

// first walks through the first run of an empty folder; its look comes from
// the environment, there being no settings yet.
func (f furnished) first(l look, folder string) error {
	for name, value := range map[string]string{"FRONTDESK_APPEARANCE": l.colours, "FRONTDESK_TEXT_SCALE": fmt.Sprint(l.scale), "FRONTDESK_LANGUAGE": l.language} {
		if err := os.Setenv(name, value); err != nil {
			return err
		}
		defer func() { _ = os.Unsetenv(name) }() // set above
	}
	err := f.show(l, []string{"--data", folder}, nothing, firstPages)
	return errors.Join(err, os.RemoveAll(folder))
}

func (f furnished) show(l look, args []string, begin func(*xdisplay.Window) error, pages []page) (err error) {
	display, err := xdisplay.Start(l.width, l.height)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	window, err := display.Open(f.program, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, window.Close()) }()
	if err := begin(window); err != nil {
		return err
	}
	for _, p := range pages {
		if err := p.play(window); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		if err := window.Picture(filepath.Join(f.out, p.name+"-"+l.name()+".png")); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}
