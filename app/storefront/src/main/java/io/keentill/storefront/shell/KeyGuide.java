package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Screens.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which keys do something on the screen in front, for whoever is logged in. */
final class KeyGuide {

    /**
     * A key and what it does.
     *
     * @param key as it is printed on keyboards, such as {@code F8}
     * @param text key of the words that say what it does
     */
    record Hint(String key, String text) {}

    private static final Hint OVERVIEW = new Hint("F1", "help.f1");
    private static final Hint FIELD = new Hint("F2", "help.f2");
    private static final Hint FIRST = new Hint("F2", "help.first");
    private static final Hint LINK = new Hint("F7", "help.f7");
    private static final Hint CASH = new Hint("F8", "help.f8");
    private static final Hint CARD = new Hint("F9", "help.f9");
    private static final Hint RAIL = new Hint("F10", "help.f10");
    private static final Hint BACK = new Hint("Esc", "help.esc");
    private static final Hint TAB = new Hint("Tab", "help.tab");
    private static final Hint PRESS = new Hint("help.space.key", "help.space");
    private static final Hint LIST = new Hint("↑ ↓", "help.list");

    private final Clerk clerk;

    KeyGuide(Clerk clerk) {
        this.clerk = clerk;
    }

    /** The keys of now. */
    List<Hint> now() {
        List<Hint> hints = new ArrayList<>();
        hints.add(OVERVIEW);
        if (clerk.approvals().isOpen()) {
            digits(hints, "help.approve");
            return hints;
        }
        Screen screen = clerk.screens().current();
        switch (screen) {
            case LOGIN -> digits(hints, "help.login");
            case SELL -> sell(hints);
            case PAY -> pay(hints);
            case RECEIPT -> receipt(hints);
            default -> office(hints, screen);
        }
        return hints;
    }

    private static void digits(List<Hint> hints, String enter) {
        hints.add(new Hint("0 … 9", "help.digits"));
        hints.add(new Hint("←", "help.backspace"));
        hints.add(new Hint("Enter", enter));
        hints.add(new Hint("Esc", enter.equals("help.login") ? "help.clear" : "help.esc"));
    }

    private void sell(List<Hint> hints) {
        hints.add(FIELD);
        hints.add(new Hint("F3", "help.f3"));
        clerk.counter().current().ifPresent(sale -> {
            hints.add(new Hint("F4", "help.f4"));
            if (sale.isEditable()) {
                hints.add(new Hint("F6", "help.f6"));
            }
            ways(hints);
        });
        hints.add(RAIL);
        workspaces(hints);
        hints.add(new Hint("Enter", "help.enter"));
        hints.add(new Hint("3*", "help.star"));
        hints.add(new Hint("↑ ↓", "help.arrows"));
        hints.add(TAB);
        hints.add(PRESS);
        hints.add(BACK);
    }

    private void ways(List<Hint> hints) {
        if (clerk.link().isOffered() && clerk.pay().byLinkProperty().get()) {
            hints.add(LINK);
        }
        hints.add(CASH);
        hints.add(CARD);
    }

    private void pay(List<Hint> hints) {
        switch (clerk.pay().stageProperty().get()) {
            case CASH -> {
                hints.add(FIELD);
                ways(hints);
                hints.add(new Hint("Enter", "help.takeCash"));
                workspaces(hints);
            }
            case NOT_PAID -> {
                ways(hints);
                workspaces(hints);
            }
            case UNKNOWN, LINK -> workspaces(hints);
            case CARD -> {}
        }
        hints.add(TAB);
        hints.add(PRESS);
        hints.add(BACK);
    }

    private void receipt(List<Hint> hints) {
        hints.add(FIELD);
        hints.add(RAIL);
        workspaces(hints);
        hints.add(TAB);
        hints.add(PRESS);
        hints.add(new Hint("Esc", "help.newSale"));
    }

    private void office(List<Hint> hints, Screen screen) {
        hints.add(FIRST);
        hints.add(RAIL);
        workspaces(hints);
        hints.add(TAB);
        hints.add(PRESS);
        switch (screen) {
            case ORDERS, TASKS, STAFF -> {
                hints.add(LIST);
                hints.add(new Hint("Enter", "help.open"));
            }
            case JOURNAL, INSTALL -> hints.add(LIST);
            default -> {}
        }
        hints.add(BACK);
    }

    private void workspaces(List<Hint> hints) {
        List<Workspace> open = clerk.office().workspaces();
        if (open.size() > 1 && !clerk.office().isBusy()) {
            String figures = open.stream().map(w -> Integer.toString(w.place())).collect(Collectors.joining(" "));
            hints.add(new Hint("Alt " + figures, "help.alt"));
        }
    }
}
