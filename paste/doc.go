// Package paste reads lines that people paste of creators: a name, a handle, a key or a link to a profile, with a number
// before it and other columns after it, as spreadsheets, chats and notes have them. It tells what to look for; whether there
// is such a creator is for others to find out. It follows no links, so that a shortened one says nothing.
package paste
