package io.keentill.device.escpos;

import io.keentill.device.escpos.paper.EscPosEmulator.Mood;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkOpener;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Links to a printer in memory: answers status questions wherever they stand, keeps the rest. */
final class PaperLink implements LinkOpener {

    final List<LinkAddress> opened = new ArrayList<>();
    int open;
    boolean breaks;
    private final Mood mood;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final Deque<Byte> answers = new ArrayDeque<>();

    PaperLink(Mood mood) {
        this.mood = mood;
    }

    /** What was printed since last asked. */
    byte[] job() {
        byte[] job = paper.toByteArray();
        paper.reset();
        return job;
    }

    @Override
    public Link open(LinkAddress address, Duration within) {
        opened.add(address);
        open++;
        return new Line(address);
    }

    private final class Line implements Link {
        private final LinkAddress address;

        Line(LinkAddress address) {
            this.address = address;
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            if (breaks) {
                throw new LinkException("The USB device 04b8:0202 takes no data");
            }
            if (bytes.length == 3 && bytes[0] == 0x10 && bytes[1] == 0x04) {
                answer(bytes[2]);
            } else {
                paper.writeBytes(bytes);
            }
            if (mood == Mood.CHATTY) {
                answers.add((byte) 0x55);
            }
        }

        private void answer(int question) {
            switch (mood) {
                case SILENT -> {}
                case COVER_OPEN -> answers.add((byte) (question == 1 ? 0x1A : question == 2 ? 0x16 : 0x12));
                default -> answers.add((byte) 0x12);
            }
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            int count = 0;
            while (count < into.length && !answers.isEmpty()) {
                into[count++] = answers.remove();
            }
            return count;
        }

        @Override
        public LinkAddress address() {
            return address;
        }

        @Override
        public void close() {
            open--;
        }
    }
}
