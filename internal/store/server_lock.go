package store

import (
	"context"
	"errors"

	"frontdesk/internal/models"
	"frontdesk/internal/pgserver"
)

// Numbers of ours among the server's advisory locks; the schema is the second
// number, so that two malls on one database do not meet.
const (
	upgradeLock = 0x66646d67
	nightLock   = 0x66646e74
)

// OneAtATimeOn runs work while no other program on the server's database does.
// The lock lives with a connection of its own and ends with it, however that
// ends. Errors: busy when another one holds it; those of work.
func OneAtATimeOn(ctx context.Context, url, password string, busy error, work func() error) error {
	address, err := pgserver.Address(url)
	if err != nil {
		return models.Misuse("database.address")
	}
	pool, err := pgserver.Open(url, password, map[string]string{"lock_timeout": "30000"}, nil)
	if err != nil {
		return models.Misuse("database.address")
	}
	s := &server{shown: pgserver.Short(address), pool: pool}
	connection, err := pool.Conn(ctx)
	if err != nil {
		return errors.Join(s.fault(err), pool.Close())
	}
	var held bool
	err = s.fault(connection.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1, hashtext(current_schema()))`, nightLock).Scan(&held))
	switch {
	case err != nil:
	case !held:
		err = busy
	default:
		err = work()
	}
	return errors.Join(err, connection.Close(), pool.Close())
}
