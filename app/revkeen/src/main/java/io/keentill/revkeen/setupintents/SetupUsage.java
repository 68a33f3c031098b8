package io.keentill.revkeen.setupintents;

/** Whether the customer will be there when the method is charged. */
public enum SetupUsage {
    ON_SESSION,
    OFF_SESSION
}
