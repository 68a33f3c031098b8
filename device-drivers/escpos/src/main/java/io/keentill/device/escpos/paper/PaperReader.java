package io.keentill.device.escpos.paper;

import io.keentill.device.escpos.paper.PaperItem.Bars;
import io.keentill.device.escpos.paper.PaperItem.Cut;
import io.keentill.device.escpos.paper.PaperItem.Gap;
import io.keentill.device.escpos.paper.PaperItem.Pulse;
import io.keentill.device.escpos.paper.PaperItem.Square;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads ESC/POS as a printer does (terminal-protocols 10.2). Strict: a command that it does not know is an error. */
final class PaperReader {

    private static final int LINE_DOTS = 30;

    private final JobBytes job;
    private final int paperDots;
    private final List<PaperItem> items = new ArrayList<>();
    private PaperState state;

    private PaperReader(byte[] bytes, int paperDots) {
        this.job = new JobBytes(bytes);
        this.paperDots = paperDots;
        this.state = new PaperState(paperDots, items);
    }

    static List<PaperItem> read(byte[] bytes, int paperDots) {
        PaperReader reader = new PaperReader(bytes, paperDots);
        while (reader.job.hasMore()) {
            reader.step(reader.job.next());
        }
        reader.state.flushRow();
        return reader.items;
    }

    private void step(int first) {
        switch (first) {
            case 0x0A -> state.endRow();
            case 0x1B -> escape(job.next());
            case 0x1D -> group(job.next());
            default -> {
                if (first < 0x20 || first == 0x7F) {
                    throw job.unknown("control byte %02X".formatted(first));
                }
                state.put(first);
            }
        }
    }

    private void escape(int command) {
        switch (command) {
            case 0x40 -> state = new PaperState(paperDots, items);
            case 0x74 -> state.codePage = job.next();
            case 0x45 -> state.bold = (job.next() & 1) == 1;
            case 0x61 -> align(job.next());
            case 0x64 -> {
                state.flushRow();
                items.add(new Gap(job.next() * LINE_DOTS));
            }
            case 0x70 -> items.add(new Pulse(job.next() & 1, job.next() * 2, job.next() * 2));
            default -> throw job.unknown("1B %02X".formatted(command));
        }
    }

    private void align(int value) {
        int side = value >= 0x30 ? value - 0x30 : value;
        if (side > 2 || !state.atLineStart()) {
            throw job.unknown("alignment %d, which is 0 to 2 at the start of a line".formatted(value));
        }
        state.side = side;
    }

    private void group(int command) {
        switch (command) {
            case 0x21 -> {
                int size = job.next();
                state.wide = (size >> 4 & 7) + 1;
                state.high = (size & 7) + 1;
            }
            case 0x4C -> state.left = job.nextWord();
            case 0x57 -> state.width = job.nextWord();
            case 0x56 -> cut(job.next());
            case 0x68 -> state.barHeight = job.next();
            case 0x77 -> state.barModule = job.next();
            case 0x66 -> job.next();
            case 0x48 -> state.barCaption = job.next();
            case 0x6B -> bars(job.next());
            case 0x28 -> square(job.next());
            default -> throw job.unknown("1D %02X".formatted(command));
        }
    }

    private void cut(int form) {
        switch (form) {
            case 0, 1, 0x30, 0x31 -> state.flushRow();
            case 0x41, 0x42 -> {
                state.flushRow();
                items.add(new Gap(job.next()));
            }
            default -> throw job.unknown("cut %02X".formatted(form));
        }
        items.add(new Cut());
    }

    private void bars(int form) {
        if (form != 73) {
            throw job.unknown("bar code of kind %d".formatted(form));
        }
        String data = new String(job.next(job.next()), StandardCharsets.US_ASCII);
        if (!data.startsWith("{B")) {
            throw job.unknown("CODE128 outside code set B");
        }
        state.flushRow();
        items.add(new Bars(
                data.substring(2).replace("{{", "{"),
                state.barModule,
                state.barHeight,
                (state.barCaption & 2) != 0,
                state.place()));
    }

    private void square(int family) {
        byte[] body = family == 0x6B ? job.next(job.nextWord()) : new byte[0];
        if (body.length < 2 || body[0] != 0x31) {
            throw job.unknown("1D 28 %02X".formatted(family));
        }
        switch (body[1]) {
            case 0x41 -> requireModelTwo(body);
            case 0x43 -> state.squareModule = body[2];
            case 0x45 -> state.squareLevel = "LMQH".charAt(body[2] - 0x30);
            case 0x50 -> state.squareData = Arrays.copyOfRange(body, 3, body.length);
            case 0x51 -> {
                state.flushRow();
                String data = new String(state.squareData, StandardCharsets.UTF_8);
                items.add(new Square(data, state.squareModule, state.squareLevel, state.place()));
            }
            default -> throw job.unknown("QR function %02X".formatted(body[1]));
        }
    }

    private void requireModelTwo(byte[] body) {
        if (body[2] != 0x32) {
            throw job.unknown("QR model %d".formatted(body[2] - 0x30));
        }
    }
}
