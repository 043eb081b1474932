package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/failover"
	"frontdesk/internal/models"
	"frontdesk/internal/store"
)

// aloneFolder is where in the data folder a PC of a mall on a server keeps the
// file with which it goes on alone.
const aloneFolder = "alone"

// records is the store that the desk works with.
func (p *Program) records() desk.Store {
	if p.Link != nil {
		return p.Link
	}
	return p.Store
}

// audit lets deeds be signed in the name of who is at the desk.
func (p *Program) audit(notary models.Notary) {
	if p.Link != nil {
		p.Link.Audit(notary, p.Desk.Actor)
		return
	}
	p.Store.Audit(notary, p.Desk.Actor)
}

// openLink prepares the way to the mall's server and the PC's own file.
func (p *Program) openLink(ctx context.Context, o Options) error {
	mall, err := p.serverStore(o.Clock)
	if err != nil {
		return err
	}
	folder := filepath.Join(p.Folder, aloneFolder)
	own, err := p.openOwn(ctx, folder, o.Clock)
	if err != nil {
		return errors.Join(err, mall.Close())
	}
	host, _ := os.Hostname() // only for the administrator's eyes
	prepare := func(ctx context.Context) (store.Folder, error) {
		return mall.Prepare(ctx, p.wanted(), directory.Sample(), p.Keeper.Create)
	}
	p.Store = mall
	p.Link = failover.New(failover.Options{Mall: mall, Own: own, Folder: folder, Name: p.database(), Host: host,
		Clock: o.Clock, NewID: newID, Log: p.linkLog(), Prepare: prepare, Practice: o.Practice})
	return nil
}

// openOwn opens the PC's own file. One that is damaged is put aside: while the
// server answers nothing is lost by it.
func (p *Program) openOwn(ctx context.Context, folder string, clock models.Clock) (*store.Store, error) {
	own, err := store.Open(ctx, folder, clock)
	if !store.Damaged(err) {
		return own, err
	}
	aside := fmt.Sprintf("%s-%s", folder, clock.Now().UTC().Format("20060102T150405"))
	if err := os.Rename(folder, aside); err != nil {
		return nil, models.Fault(err, "store.folder", folder)
	}
	p.warn(models.Say("alone.damaged", aside))
	return store.Open(ctx, folder, clock)
}

// linkLog is the log of the data folder.
func (p *Program) linkLog() *slog.Logger { return p.log() }

// noticeAlone says at the start that the server is away.
func (p *Program) noticeAlone() {
	if p.Link == nil || !p.Link.Alone() {
		return
	}
	state := p.Link.State()
	p.warn(models.Say("alone.notice", state.Name, state.First))
}

// link tells how the PC stands to its server; nil on a desk's own file.
func (p *Program) link() func() models.MallLink {
	if p.Link == nil {
		return nil
	}
	return p.Link.State
}
