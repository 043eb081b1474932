package pgserver

import (
	"context"
	"database/sql"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

const connectTimeout = 10 * time.Second

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
	config.RuntimeParams["application_name"] = "frontdesk"
	for name, value := range parameters {
		config.RuntimeParams[name] = value
	}
	if greet == nil {
		return stdlib.OpenDB(*config), nil
	}
	return stdlib.OpenDB(*config, stdlib.OptionAfterConnect(greet)), nil
}
