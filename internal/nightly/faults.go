package nightly

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/mattn/go-sqlite3"

	"frontdesk/internal/models"
)

// rowRefused tells that the database refused a row for its content, and not
// the whole for its own sake: classes 22 and 23 of SQLSTATE, 54 for size, and
// row-level security, which hides another desk's record of the same id.
func rowRefused(err error) bool {
	var server *pgconn.PgError
	if errors.As(err, &server) {
		return strings.HasPrefix(server.Code, "22") || strings.HasPrefix(server.Code, "23") || strings.HasPrefix(server.Code, "54") ||
			server.Code == "42501" && server.Routine == "ExecWithCheckOptions"
	}
	var file sqlite3.Error
	return errors.As(err, &file) &&
		(file.Code == sqlite3.ErrConstraint || file.Code == sqlite3.ErrTooBig || file.Code == sqlite3.ErrMismatch)
}

// fault gives an error of the centre its sentence.
func (c *SQLCentre) fault(err error) error {
	var known *models.Error
	var file sqlite3.Error
	var server *pgconn.PgError
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, ErrOutOfStep), errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &file):
		return fileFault(err, c.target)
	case errors.As(err, &server) && server.Code == "57014": // statement_timeout
		return models.Fault(errors.Join(err, context.DeadlineExceeded), "sync.slow", c.target)
	case errors.As(err, &server):
		return models.Fault(err, serverPhrase(server.Code), c.target)
	}
	return models.Fault(err, networkPhrase(err), c.target)
}

func fileFault(err error, path string) error {
	var cause sqlite3.Error
	if !errors.As(err, &cause) {
		return models.Fault(err, "sync.fault", path)
	}
	if cause.SystemErrno == syscall.ENOSPC { // no room for the helper files
		return models.Fault(err, "sync.full", path)
	}
	switch cause.Code {
	case sqlite3.ErrFull:
		return models.Fault(err, "sync.full", path)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen:
		return models.Fault(err, "sync.readonly", path)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return models.Fault(err, "sync.damaged", path)
	}
	return models.Fault(err, "sync.fault", path)
}

// serverPhrase names what SQLSTATE means to a person.
func serverPhrase(code string) string {
	switch {
	case strings.HasPrefix(code, "28"):
		return "sync.password"
	case code == "3D000":
		return "sync.no_database"
	case code == "42501":
		return "sync.forbidden"
	case strings.HasPrefix(code, "53"):
		return "sync.full"
	case strings.HasPrefix(code, "57"), strings.HasPrefix(code, "08"):
		return "sync.unreachable"
	case code == "25006":
		return "sync.readonly"
	}
	return "sync.fault"
}

func networkPhrase(err error) string {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	switch {
	case errors.As(err, &name):
		return "sync.unknown_host"
	case errors.As(err, &certificate), errors.As(err, &authority), errors.As(err, &host):
		return "sync.certificate"
	case strings.Contains(err.Error(), "refused TLS"):
		return "sync.no_tls"
	}
	return "sync.unreachable"
}

// saysOf is the sentence that a run's history keeps of its failure.
func saysOf(err error) models.Phrase {
	var known *models.Error
	switch {
	case err == nil:
		return models.Phrase{}
	case errors.As(err, &known):
		return known.Says
	case errors.Is(err, context.Canceled):
		return models.Say("sync.cancelled")
	case errors.Is(err, context.DeadlineExceeded):
		return models.Say("sync.slow")
	}
	return models.Say("sync.fault", "")
}
