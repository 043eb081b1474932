package store

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"frontdesk/internal/models"
)

// fault gives an error of this server its sentence.
func (s *server) fault(err error) error {
	var known *models.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	var refusal *pgconn.PgError
	switch {
	case errors.Is(err, errDamaged):
		return models.Fault(err, "database.damaged", s.shown)
	case errors.As(err, &refusal):
		return models.Fault(err, phraseOf(refusal.Code), s.shown)
	}
	return models.Fault(err, networkPhrase(err), s.shown)
}

// phraseOf names what SQLSTATE means to a person.
func phraseOf(code string) string {
	switch {
	case strings.HasPrefix(code, "28"):
		return "database.password"
	case code == "3D000":
		return "database.missing"
	case code == "42P01":
		return "database.no_guide"
	case code == "42501", code == "3F000":
		return "database.forbidden"
	case code == "53300":
		return "database.crowded"
	case strings.HasPrefix(code, "53"):
		return "database.full"
	case code == "55P03", code == "57014", code == "40P01", code == "25P03":
		return "store.busy"
	case strings.HasPrefix(code, "57"), strings.HasPrefix(code, "08"):
		return "database.gone"
	case code == "25006":
		return "database.readonly"
	}
	return "store.fault"
}

// networkPhrase tells a server that cannot prove who it is from one that does
// not answer.
func networkPhrase(err error) string {
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var network net.Error
	var connect *pgconn.ConnectError
	switch {
	case errors.As(err, &certificate), errors.As(err, &authority), errors.As(err, &host),
		strings.Contains(err.Error(), "refused TLS"):
		return "database.certificate"
	case errors.As(err, &network), errors.As(err, &connect), pgconn.Timeout(err), lost(err):
		return "database.gone"
	}
	return "store.fault"
}

// lost tells that a connection ended under a statement.
func lost(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn) ||
		errors.Is(err, sql.ErrConnDone) || strings.Contains(err.Error(), "conn closed")
}

// unfit tells that the server, or a guard, refused a record for its content:
// classes 22 and 23 of SQLSTATE.
func (*server) unfit(err error) (unfit, waits bool) {
	var refusal *pgconn.PgError
	if !errors.As(err, &refusal) {
		return false, false
	}
	return strings.HasPrefix(refusal.Code, "22") || strings.HasPrefix(refusal.Code, "23"), refusal.Code == "23503"
}
