package pgserver

import (
	"context"
	"database/sql"
	"net"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

const (
	connectTimeout = 10 * time.Second
	// silence is how long a pulled cable may keep somebody waiting: the system
	// alone would go on for a quarter of an hour.
	silence = 15 * time.Second
)

// Open makes a pool that connects when it is first used. The server must
// prove who it is (verify-full) unless the URL or PGSSLMODE says otherwise.
// An empty password leaves the URL's or PGPASSWORD; parameters are settings of
// each session; greet, which may be nil, prepares each new connection. Errors:
// ErrAddress.
func Open(target, password string, parameters map[string]string, greet func(context.Context, *pgx.Conn) error) (*sql.DB, error) {
	address, err := Address(target)
	if err != nil {
		return nil, err
	}
	query := address.Query()
	if !query.Has("sslmode") && os.Getenv("PGSSLMODE") == "" {
		query.Set("sslmode", "verify-full")
	}
	address.RawQuery = query.Encode()
	config, err := pgx.ParseConfig(address.String())
	if err != nil {
		return nil, ErrAddress
	}
	if password != "" {
		config.Password = password
	}
	config.ConnectTimeout = connectTimeout
	dialer := net.Dialer{Timeout: connectTimeout, Control: giveUp(silence),
		KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: silence / 3, Interval: silence / 3, Count: 2}}
	config.DialFunc = dialer.DialContext
	config.RuntimeParams["application_name"] = "frontdesk"
	for name, value := range parameters {
		config.RuntimeParams[name] = value
	}
	if greet == nil {
		return stdlib.OpenDB(*config), nil
	}
	return stdlib.OpenDB(*config, stdlib.OptionAfterConnect(greet)), nil
}
