package nightly

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/pgtest"
	"frontdesk/internal/text"
)

// visitor is a desk that tries one bad centre after the other.
type visitor struct {
	*station
	t   *testing.T
	log bytes.Buffer
}

func newVisitor(t *testing.T) *visitor {
	v := &visitor{station: newBranch(t, 1), t: t}
	v.checkIn("word")
	return v
}

// fails runs to a centre and expects the sentence of key, in the error and in
// the history, and one line of the log; every record still waits.
func (v *visitor) fails(target, password, key string) {
	v.t.Helper()
	v.log.Reset()
	_, err := v.run(target, password)
	if line := v.log.String(); strings.Count(line, "\n") != 1 || !strings.Contains(line, `msg="sync failed"`) ||
		password != "" && strings.Contains(line, password) {
		v.t.Errorf("the log has %q", line)
	}
	var known *models.Error
	if !errors.As(err, &known) || known.Says.Key != key {
		v.t.Fatalf("%s: %v, want %s", target, err, key)
	}
	for _, lang := range []text.Language{text.Indonesian, text.English} {
		if !text.MustLoad(lang).Has(key) {
			v.t.Errorf("no words for %s", key)
		}
	}
	runs, err := v.store.Runs(context.Background(), 1)
	must(v.t, err)
	if runs[0].Failure.Key != key || runs[0].Waiting != 4 {
		v.t.Errorf("the history has %+v", runs[0])
	}
}

// heals runs to a good centre, and again.
func (v *visitor) heals(target, password string) {
	v.t.Helper()
	for _, want := range []int{4, 0} {
		if r, err := v.run(target, password); err != nil || r.Sent != want || r.Waiting != 0 {
			v.t.Errorf("%+v, %v; want %d sent", r, err, want)
		}
	}
}

func (v *visitor) run(target, password string) (Result, error) {
	connect := func(ctx context.Context) (Station, error) {
		c, err := Open(ctx, target, Access{Clock: v, Password: password})
		if err != nil {
			return nil, err
		}
		return c, c.Ready(ctx)
	}
	task := Task{Folder: v.folder, Connect: connect, Log: slog.New(slog.NewTextHandler(&v.log, nil)),
		Options: Options{Feed: v.store, Clock: v, NewID: v.newID}}
	return task.Sync(context.Background(), nil)
}

func TestEveryFaultOfAServerHasItsSentenceAndTheNextRunHeals(t *testing.T) {
	s := pgtest.Start(t, "fsync=off")
	s.AskPasswords(t)
	s.CreateDatabase(t, "pusat")
	s.Exec(t, `CREATE ROLE pengelola LOGIN SUPERUSER PASSWORD 'rahasia'`)
	v := newVisitor(t)
	const password = "rahasia"
	address := func(user, database, query string) string {
		return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?%s", user, s.Port, database, query)
	}
	good := address("pengelola", "pusat", "sslmode=disable")

	v.fails(good, "salah", "sync.password")
	v.fails(good, "", "sync.password")
	v.fails(address("nobody", "pusat", "sslmode=disable"), password, "sync.password")
	v.fails(address("pengelola", "nowhere", "sslmode=disable"), password, "sync.no_database")
	v.fails(address("pengelola", "pusat", ""), password, "sync.no_tls")
	v.fails(fmt.Sprintf("postgres://x@127.0.0.1:%d/x", closedPort(t)), "", "sync.unreachable")
	v.fails("postgres://x@no-such-host.invalid/x?sslmode=disable", "", "sync.unknown_host")
	v.fails(good, password, "sync.not_initialised")

	owner := openCentre(t, good, password)
	must(t, owner.Init(context.Background()))
	v.fails(good, password, "sync.unknown_desk")
	must(t, owner.Enrol(context.Background(), v.self))

	must(t, owner.db.Exec(`UPDATE centre_schema SET version = ?`, centreVersion-2).Error)
	v.fails(good, password, "sync.centre_old")
	must(t, owner.db.Exec(`UPDATE centre_schema SET version = ?`, centreVersion+2).Error)
	v.fails(good, password, "sync.centre_new")
	must(t, owner.db.Exec(`UPDATE centre_schema SET version = ?`, centreVersion+1).Error)

	s.Exec(t, `ALTER DATABASE pusat SET default_transaction_read_only = on`)
	v.fails(good, password, "sync.readonly")
	s.Exec(t, `ALTER DATABASE pusat SET default_transaction_read_only = off`)

	certificate, key := selfSigned(t)
	s.OfferTLS(t, certificate, key)
	v.fails(address("pengelola", "pusat", ""), password, "sync.certificate")
	root := filepath.Join(t.TempDir(), "root.crt")
	writeFile(t, root, certificate)
	v.heals(address("pengelola", "pusat", "sslrootcert="+root), password)
}

func TestEveryFaultOfAFileHasItsSentenceAndTheNextRunHeals(t *testing.T) {
	v := newVisitor(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "centre.db")
	target := "sqlite:" + path
	v.fails(target, "", "sync.no_file")
	v.fails("sqlite:"+folder, "", "sync.readonly")
	writeFile(t, filepath.Join(folder, "letter.txt"), []byte("this is no database, but a letter to the district"))
	v.fails("sqlite:"+filepath.Join(folder, "letter.txt"), "", "sync.damaged")
	v.fails("sqlite:", "", "sync.target")
	v.fails("http://centre", "", "sync.target")

	owner := openCentre(t, target, "")
	v.fails(target, "", "sync.not_initialised")
	must(t, owner.Init(context.Background()))
	v.fails(target, "", "sync.unknown_desk")
	must(t, owner.Enrol(context.Background(), v.self))
	v.heals(target, "")
}

func TestAWrongClockIsSaidAndLosesNothing(t *testing.T) {
	s := pgtest.Start(t, "fsync=off")
	s.CreateDatabase(t, "pusat")
	v := newVisitor(t)
	target := s.URL(pgtest.Superuser, "pusat")
	owner := openCentre(t, target, "")
	must(t, owner.Init(context.Background()))
	must(t, owner.Enrol(context.Background(), v.self))
	for _, c := range []struct {
		off  time.Duration
		says string
	}{
		{-72 * time.Hour, "sync.clock_behind.days"}, {5 * time.Hour, "sync.clock_ahead.hours"},
		{-10 * time.Minute, "sync.clock_behind.minutes"}, {time.Minute, ""},
	} {
		v.now = time.Now().Add(c.off)
		v.checkIn("word")
		r, err := v.run(target, "")
		if err != nil || r.Waiting != 0 || models.ClockOffPhrase(r.ClockOff).Key != c.says {
			t.Errorf("%v off: %+v, %v", c.off, r, err)
		}
	}
	check, err := NewEngine(Options{Feed: v.store, Clock: v}).Reconcile(context.Background(), owner)
	if err != nil || !check.Equal {
		t.Errorf("the two sides: %+v, %v", check, err)
	}
}

// selfSigned makes a certificate for 127.0.0.1 that nobody else has signed.
func selfSigned(t *testing.T) (certificate, key []byte) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	must(t, err)
	raw, err := x509.MarshalPKCS8PrivateKey(private)
	must(t, err)
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw})
}

func closedPort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
