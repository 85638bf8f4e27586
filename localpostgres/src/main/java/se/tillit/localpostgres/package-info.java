/// Starts and keeps a real PostgreSQL of its own on one machine, for an application that is to run
/// by one command.
///
/// Nothing acknowledged is ever lost: fsync stays on, the data folder has one owner at a time, and
/// the server follows its application down whatever way that one goes.
@NullMarked
package se.tillit.localpostgres;

import org.jspecify.annotations.NullMarked;
