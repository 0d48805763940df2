//! What goes on every day: short scenes of a few events each, drawn at random.

pub(crate) mod deployment;
pub(crate) mod machines;
pub(crate) mod oddities;
pub(crate) mod people;
pub(crate) mod services;
pub(crate) mod work;

use crate::stage::Stage;

/// Something that happens now and then.
pub(crate) struct Scene {
    /// How often, against the other scenes.
    pub(crate) weight: u64,
    pub(crate) when: When,
    pub(crate) play: fn(&mut Stage),
}

/// What decides the time of a scene.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    OfficeHours,
}

use When::{Always, OfficeHours};

/// The weights are set so that the mix of events resembles real management logs; `tests/mix.rs` holds the bounds.
pub(crate) const SCENES: &[Scene] = &[
    Scene { weight: 100, when: Always, play: machines::heartbeat },
    Scene { weight: 40, when: Always, play: machines::role_for_instance },
    Scene { weight: 80, when: Always, play: machines::task_start },
    Scene { weight: 110, when: Always, play: machines::web_reads_secret },
    Scene { weight: 70, when: Always, play: machines::worker_decrypts },
    Scene { weight: 60, when: Always, play: machines::objects },
    Scene { weight: 6, when: Always, play: machines::decrypt_storm },
    Scene { weight: 100, when: Always, play: services::function_starts },
    Scene { weight: 300, when: Always, play: services::service_decrypts },
    Scene { weight: 200, when: Always, play: services::trail_checks_bucket },
    Scene { weight: 40, when: Always, play: services::scaling },
    Scene { weight: 40, when: Always, play: services::inventory },
    Scene { weight: 50, when: Always, play: services::monitoring_vendor },
    Scene { weight: 12, when: Always, play: services::nightly_snapshots },
    Scene { weight: 4, when: Always, play: services::key_rotation },
    Scene { weight: 90, when: OfficeHours, play: work::developer },
    Scene { weight: 50, when: OfficeHours, play: work::operator },
    Scene { weight: 40, when: OfficeHours, play: work::analyst },
    Scene { weight: 160, when: OfficeHours, play: work::iam_user },
    Scene { weight: 12, when: OfficeHours, play: work::mistyped_password },
    Scene { weight: 4, when: OfficeHours, play: work::change_key },
    Scene { weight: 70, when: OfficeHours, play: deployment::deploy },
    Scene { weight: 14, when: OfficeHours, play: deployment::plan },
    Scene { weight: 10, when: Always, play: oddities::through_endpoint },
    Scene { weight: 3, when: Always, play: oddities::insight },
    Scene { weight: 8, when: OfficeHours, play: oddities::own_application },
    Scene { weight: 8, when: Always, play: oddities::very_long_request },
    Scene { weight: 20, when: Always, play: oddities::probe },
];
