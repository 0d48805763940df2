//! The console, in the browser.

fn main() {
    frontend::app::start();
}
