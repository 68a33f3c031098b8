package io.keentill.revkeen.schedules;

/** States of a subscription schedule (sections B.24, C.6). */
public enum ScheduleStatus {
    NOT_STARTED,
    ACTIVE,
    COMPLETED,
    CANCELED,
    RELEASED
}
