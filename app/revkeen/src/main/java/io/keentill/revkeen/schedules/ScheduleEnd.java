package io.keentill.revkeen.schedules;

/** What follows the last phase (section B.24). */
public enum ScheduleEnd {
    CANCEL,
    RELEASE
}
