package io.keentill.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Speaks POSLINK: its books hold one older payment, and every sale is approved. */
final class InstantPoslink extends InstantAnswers {

    private static final int ACK = 0x06;
    private static final int EOT = 0x04;
    private static final String FS = "\u001c";
    private static final String US = "\u001f";
    private static final int TRACE = 5;

    private static final String LAST =
            text("0|R03|1.35|000000|OK|1|0|00~APPROVAL~145759~206826963337|01|01||900~0|1725~4~0522~~~~01|"
                    + "7~R0~20261124101500||||AID=A0000000980840~CVM=2");
    private static final String APPROVED =
            "0|T01|1.35|000000|OK|00~APPROVAL~611532~410813655763~~3|01|1000~0|0042~4~1225~~~~02|8~";
    private static final String APPROVED_REST =
            "~20261124101530||||EDCTYPE=CREDIT~HRef=200069124602~AID=A0000000041010";

    private static String text(String written) {
        return written.replace("|", FS).replace("~", US);
    }

    @Override
    byte[] answer(byte[] message) {
        if (message.length == 1) {
            return message[0] == ACK ? new byte[] {EOT} : new byte[0];
        }
        String[] groups = new String(message, 1, message.length - 3, StandardCharsets.ISO_8859_1).split(FS, -1);
        String body =
                groups[0].equals("T00") ? text(APPROVED) + groups[TRACE].split(US, -1)[0] + text(APPROVED_REST) : LAST;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(ACK);
        all.write(0x02);
        int lrc = 0x03;
        for (byte one : body.getBytes(StandardCharsets.ISO_8859_1)) {
            all.write(one);
            lrc ^= one;
        }
        all.write(0x03);
        all.write(lrc);
        return all.toByteArray();
    }
}
