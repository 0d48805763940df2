//! The keys: names and help.
