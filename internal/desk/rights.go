package desk

import (
	"maps"
	"slices"

	"frontdesk/internal/models"
)

// rights is the one table of who may do what. An action that is not here is
// nobody's; a role that is not named has no right to it. While the mall has
// no operators everybody may do everything but what supervised names.
var rights = map[models.Action][]models.Role{
	models.ActionCheckIn:        {receptionist, supervisor, administrator},
	models.ActionForce:          {receptionist, supervisor, administrator},
	models.ActionQueue:          {counter, receptionist, supervisor, administrator},
	models.ActionVoid:           {counter, receptionist, supervisor, administrator},
	models.ActionPresence:       {guide, counter, receptionist, supervisor, administrator},
	models.ActionPrint:          {counter, receptionist, supervisor, administrator},
	models.ActionLookUp:         {receptionist, supervisor, administrator},
	models.ActionReveal:         {receptionist, supervisor, administrator},
	models.ActionGuestBook:      {receptionist, supervisor, administrator},
	models.ActionCorrect:        {receptionist, supervisor, administrator},
	models.ActionPersonalData:   {supervisor, administrator},
	models.ActionExportMasked:   {supervisor, administrator},
	models.ActionExportFull:     {supervisor, administrator},
	models.ActionLookUpLimit:    {supervisor, administrator},
	models.ActionReports:        {receptionist, supervisor, administrator},
	models.ActionExportReport:   {supervisor, administrator},
	models.ActionSurveyAnswer:   {receptionist, supervisor, administrator},
	models.ActionSurveyManage:   {supervisor, administrator},
	models.ActionDirectory:      {supervisor, administrator},
	models.ActionSettings:       {administrator},
	models.ActionOwnSettings:    {guide, counter, receptionist, supervisor, administrator},
	models.ActionOperators:      {administrator},
	models.ActionKey:            {administrator},
	models.ActionSync:           {receptionist, supervisor, administrator},
	models.ActionCentre:         {administrator},
	models.ActionRestoreRecords: {administrator},
}

// supervised are the actions that a supervisor must ask for in person
// (design/security.md, Files and machines): nobody may do them while the mall
// has no operators. What the law gives every visitor, and what the desk needs
// for its first day, does not wait for an administrator.
var supervised = map[models.Action]bool{models.ActionExportFull: true}

const (
	guide         = models.RoleGuide
	counter       = models.RoleCounter
	receptionist  = models.RoleReceptionist
	supervisor    = models.RoleSupervisor
	administrator = models.RoleAdministrator
)

// Allowed tells whether a role has the right to an action.
func Allowed(role models.Role, action models.Action) bool {
	return slices.Contains(rights[action], role)
}

// May tells whether who is signed in may do something; screens hide or explain
// by it what the use cases refuse.
func (d *Desk) May(action models.Action) bool { return d.may(action) == nil }

// Permit is may for what is done outside this room. Errors: KindRefused in
// words.
func (d *Desk) Permit(action models.Action) error { return d.may(action) }

// may refuses an action in words when who is signed in has no right to it.
func (d *Desk) may(action models.Action) error {
	on := d.duty.Load()
	switch {
	case !on.people && supervised[action]:
		return models.Refuse("rights.no_administrator", models.Say("right."+string(action)))
	case !on.people:
		return nil
	case on.locked:
		return models.Refuse("rights.locked")
	case on.operator.Code == "":
		return models.Refuse("rights.nobody")
	case !Allowed(on.operator.Role, action):
		return models.Refuse("rights.refused", models.Say("role."+string(on.operator.Role)), models.Say("right."+string(action)))
	}
	return nil
}

// ActionsOf lists what a role has the right to, in the order of their names.
func ActionsOf(role models.Role) []models.Action {
	return slices.DeleteFunc(Actions(), func(a models.Action) bool { return !Allowed(role, a) })
}

// Actions lists all that the table knows, in the order of their names.
func Actions() []models.Action { return slices.Sorted(maps.Keys(rights)) }
