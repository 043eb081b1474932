package directory

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// zipPart is one file within a packed one: its piece stands there so often.
type zipPart struct {
	name, head, piece string
	times             int
	tail              string
}

func (p zipPart) writeTo(w io.Writer) error {
	if _, err := io.WriteString(w, p.head); err != nil {
		return err
	}
	for range p.times {
		if _, err := io.WriteString(w, p.piece); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, p.tail)
	return err
}

func zipped(t testing.TB, parts ...zipPart) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := archive.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.writeTo(w); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// with is a fine spreadsheet in which some parts were replaced or added.
func with(t testing.TB, parts ...zipPart) []byte {
	t.Helper()
	fine := packedSample()
	archive, err := zip.NewReader(bytes.NewReader(fine), int64(len(fine)))
	if err != nil {
		t.Fatal(err)
	}
	replaced := map[string]bool{}
	for _, p := range parts {
		replaced[p.name] = true
	}
	for _, f := range archive.File {
		if replaced[f.Name] {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, zipPart{name: f.Name, head: string(data)})
	}
	return zipped(t, parts...)
}

const (
	malSheet    = "xl/worksheets/sheet2.xml"
	sharedTexts = "xl/sharedStrings.xml"
	worksheet   = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	endOfSheet  = `</sheetData></worksheet>`
	tooLarge    = "file: what is in this file is far larger than a directory, or was not made by a spreadsheet program; it was not opened"
)

// random is data that no packer makes smaller.
func random(size int) string {
	data := make([]byte, size)
	x := uint64(1)
	for i := range data {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		data[i] = byte(x)
	}
	return string(data)
}

// laughs are entities that unfold to a billion texts.
func laughs() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">`)
	for i := range 10 {
		fmt.Fprintf(&b, `<!ENTITY l%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&l%d;", i), 10))
	}
	b.WriteString(`]><sst><si><t>&l10;</t></si></sst>`)
	return b.String()
}

// bombs are files made to take all memory, and the sentence for each.
func bombs(t testing.TB) map[string]struct {
	data []byte
	want string
} {
	type bomb = struct {
		data []byte
		want string
	}
	return map[string]bomb{
		"a quarter gigabyte of zeros": {with(t, zipPart{"xl/media/image1.png", "", strings.Repeat("\x00", 1<<20), 256, ""}), tooLarge},
		"twenty million rows": {with(t, zipPart{malSheet, worksheet, strings.Repeat("<row></row>", 1000), 20_000, endOfSheet}),
			"file: more than 20000 rows"},
		"a million columns": {with(t, zipPart{malSheet, worksheet + "<row>", "<c><v>1</v></c>", 1_000_000, "</row>" + endOfSheet}),
			"file: more than 200 columns"},
		"columns far to the right": {with(t, zipPart{malSheet, worksheet, `<row><c r="XFD1"><v>1</v></c></row>`, 15_000, endOfSheet}),
			"Mal: more than 200 columns"},
		"a row at the foot of the sheet": {with(t, zipPart{malSheet, worksheet, `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, 1, endOfSheet}),
			"Mal: more than 20000 rows"},
		"a billion laughs":      {with(t, zipPart{name: sharedTexts, head: laughs()}), tooLarge},
		"millions of texts":     {with(t, zipPart{sharedTexts, "<sst>", "<si><t>a</t></si>", 1_500_000, "</sst>"}), tooLarge},
		"one text without end":  {with(t, zipPart{sharedTexts, "<sst><si><t>", "a", 20 << 20, "</t></si></sst>"}), "file: a cell holds more than 32767 characters"},
		"a tag without end":     {with(t, zipPart{sharedTexts, "<sst", ` a="b"`, 3_000_000, "></sst>"}), tooLarge},
		"nested without end":    {with(t, zipPart{sharedTexts, "<sst>", "<si>", 400_000, ""}), tooLarge},
		"packed within packed":  {with(t, zipPart{"xl/embeddings/a.zip", "PK", strings.Repeat("\x00", 1<<20), 50, ""}), tooLarge},
		"more parts than fit":   {with(t, manyParts(2_000)...), tooLarge},
		"larger than any":       {with(t, zipPart{name: "xl/media/image1.png", head: random(11 << 20)}), "file: the file is larger than 10 MB"},
		"JSON without a bottom": {bytes.Repeat([]byte("["), 45<<20), "1:65: the JSON is more than 64 levels deep"},
	}
}

func manyParts(n int) []zipPart {
	parts := make([]zipPart, n)
	for i := range parts {
		parts[i] = zipPart{name: "xl/media/" + strconv.Itoa(i)}
	}
	return parts
}

// bombFile is the environment variable by which the test calls itself to read
// one file in a process of its own.
const bombFile = "DIRECTORY_BOMB"

func TestMain(m *testing.M) {
	path := os.Getenv(bombFile)
	if path == "" {
		os.Exit(m.Run())
	}
	_, err := ReadFile(path)
	fmt.Println(err)
	peak, err := peakMemory()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("peak", peak)
}

// peakMemory is the most memory this process ever held, in KiB.
func peakMemory() (int, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if rest, found := strings.CutPrefix(line, "VmHWM:"); found {
			return strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
		}
	}
	return 0, fmt.Errorf("no VmHWM")
}

// peakOfReading reads path in a process of its own.
func peakOfReading(t *testing.T, path string) (kib int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), bombFile+"="+path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_, peak, _ := strings.Cut(string(out), "peak ")
	if kib, err = strconv.Atoi(strings.TrimSpace(peak)); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return kib
}
