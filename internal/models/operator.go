package models

import "time"

// Role is what an operator is trusted with (desk/rights.go).
type Role string

const (
	RoleReceptionist  Role = "receptionist"
	RoleGuide         Role = "guide"
	RoleCounter       Role = "counter"
	RoleSupervisor    Role = "supervisor"
	RoleAdministrator Role = "administrator"
)

// Roles lists all, those with the least trust first.
var Roles = []Role{RoleGuide, RoleCounter, RoleReceptionist, RoleSupervisor, RoleAdministrator}

// Operator is somebody who works with the program. Operators stay in the
// mall's database and never travel to the district.
type Operator struct {
	Code      string // lower-case letters and digits; stands in the records
	Number    int    // 1–99, pressed to choose her at a shift change
	Name      string // stored sealed; as the header shows it; empty while the mall's key is not at hand
	Role      Role
	Disabled  bool
	CreatedAt time.Time
	SeenAt    time.Time // signed in or unlocked last; zero: never
}

// StoredOperator is an operator as the database keeps her.
type StoredOperator struct {
	Operator   // without Name
	SealedName []byte
	KeyID      string    // of the name
	Secret     string    // Argon2id with its parameters
	Failures   int       // wrong attempts since the last right one
	NextTry    time.Time // no attempt counts before
}

// Action is something that needs a right (desk/rights.go).
type Action string

const (
	ActionCheckIn        Action = "check_in"        // visits, numbers, questions, guests
	ActionForce          Action = "force"           // a number although the agency gives none
	ActionQueue          Action = "queue"           // call, serve, park, transfer
	ActionVoid           Action = "void"            // void a number or a visit
	ActionPresence       Action = "presence"        // who is here today
	ActionPrint          Action = "print"           // print a number again
	ActionLookUp         Action = "look_up"         // find somebody by NIK, phone or name
	ActionReveal         Action = "reveal"          // see a full value
	ActionGuestBook      Action = "guest_book"      // the masked records of all days
	ActionCorrect        Action = "correct"         // change a record afterwards
	ActionPersonalData   Action = "personal_data"   // a person's rights: everything of hers, stop, erase
	ActionExportMasked   Action = "export_masked"   // records in a file, masked
	ActionExportFull     Action = "export_full"     // records in a file, with identities
	ActionLookUpLimit    Action = "look_up_limit"   // allow more look-ups in this hour
	ActionReports        Action = "reports"         // see statistics
	ActionExportReport   Action = "export_report"   // statistics in a file
	ActionSurveyAnswer   Action = "survey_answer"   // enter answers of the satisfaction survey
	ActionSurveyManage   Action = "survey_manage"   // open, close and hand in a survey
	ActionDirectory      Action = "directory"       // change agencies, services, hours, holidays
	ActionSettings       Action = "settings"        // change settings
	ActionOwnSettings    Action = "own_settings"    // language, colours, size of text
	ActionOperators      Action = "operators"       // add operators, change their roles
	ActionKey            Action = "key"             // recovery words
	ActionSync           Action = "sync"            // sync, back up, verify
	ActionCentre         Action = "centre"          // set up the centre and the database
	ActionRestoreRecords Action = "restore_records" // a backup in the place of the records
)
