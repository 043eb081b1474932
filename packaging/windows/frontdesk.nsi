; The installer: the program for all accounts of a computer, and one folder of
; records that the clerks' accounts share. packaging/package gives SOURCE,
; OUTPUT, VERSION and, where the library is at hand, OPENGL.
Unicode true
!include "MUI2.nsh"
!include "x64.nsh"

Name "Frontdesk"
OutFile "${OUTPUT}"
InstallDir "$PROGRAMFILES64\Frontdesk"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Frontdesk"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Frontdesk"
VIAddVersionKey "LegalCopyright" "MIT"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Frontdesk"
!define MUI_ICON "${SOURCE}\frontdesk.ico"
!define MUI_UNICON "${SOURCE}\frontdesk.ico"

!insertmacro MUI_PAGE_LICENSE "${SOURCE}\LICENSE.txt"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"

Section "Frontdesk" Program
  SectionIn RO
  SetRegView 64
  SetShellVarContext all
  SetOutPath "$INSTDIR"
  File "${SOURCE}\frontdesk.exe"
  File "${SOURCE}\frontdesk-cli.exe"
  File "${SOURCE}\frontdesk.ico"
  File "${SOURCE}\frontdesk-sync.xml"
  File "${SOURCE}\LICENSE.txt"
  File "${SOURCE}\COMPONENTS.txt"
  CreateDirectory "$SMPROGRAMS\Frontdesk"
  CreateShortcut "$SMPROGRAMS\Frontdesk\Frontdesk.lnk" "$INSTDIR\frontdesk.exe" "" "$INSTDIR\frontdesk.ico"
  CreateShortcut "$SMPROGRAMS\Frontdesk\Pemandu.lnk" "$INSTDIR\frontdesk.exe" "--screen guide" "$INSTDIR\frontdesk.ico"
  CreateShortcut "$SMPROGRAMS\Frontdesk\Layar pengunjung.lnk" "$INSTDIR\frontdesk.exe" "--screen display" "$INSTDIR\frontdesk.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Frontdesk"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\frontdesk.ico"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Clerks are members of the group Frontdesk. The folder takes no rights from
; above: other accounts of the computer see nothing.
Section "Folder data bersama / shared records" Records
  ReadEnvStr $0 "ProgramData"
  ReadEnvStr $2 "USERNAME"
  nsExec::ExecToLog 'net localgroup Frontdesk /add /comment:"Petugas Frontdesk"'
  nsExec::ExecToLog 'net localgroup Frontdesk "$2" /add'
  CreateDirectory "$0\Frontdesk"
  nsExec::ExecToLog 'icacls "$0\Frontdesk" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "Frontdesk:(OI)(CI)M"'
  Pop $1
  StrCmp $1 0 done
  RMDir "$0\Frontdesk"
  MessageBox MB_OK|MB_ICONEXCLAMATION "Folder data bersama tidak dapat diamankan, jadi tidak dibuat. Catatan disimpan di akun masing-masing." /SD IDOK
done:
SectionEnd

!ifdef OPENGL
; For old graphics cards and remote desktops, which lack OpenGL 2.1.
Section /o "OpenGL perangkat lunak / software OpenGL" OpenGL
  SetOutPath "$INSTDIR"
  File "${OPENGL}"
SectionEnd
!endif

Section "Uninstall"
  SetRegView 64
  SetShellVarContext all
  Delete "$INSTDIR\frontdesk.exe"
  Delete "$INSTDIR\frontdesk-cli.exe"
  Delete "$INSTDIR\frontdesk.ico"
  Delete "$INSTDIR\frontdesk-sync.xml"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\COMPONENTS.txt"
  Delete "$INSTDIR\opengl32.dll"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Frontdesk\Frontdesk.lnk"
  Delete "$SMPROGRAMS\Frontdesk\Pemandu.lnk"
  Delete "$SMPROGRAMS\Frontdesk\Layar pengunjung.lnk"
  RMDir "$SMPROGRAMS\Frontdesk"
  DeleteRegKey HKLM "${UNINSTALL}"
  ; The records stay: they are the mall's.
SectionEnd
