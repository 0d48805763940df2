#![doc = include_str!("../README.md")]

mod cookie;
mod error;
mod gate;
mod id;
mod issuer;
mod refusal;
mod same_origin;
mod schema;
mod seal;
mod session;
mod sessions;
mod settings;
mod sign_in;

pub use error::Error;
pub use gate::Gate;
pub use session::Config;
pub use sessions::Sessions;
pub use settings::Settings;
pub use sign_in::SignIn;
