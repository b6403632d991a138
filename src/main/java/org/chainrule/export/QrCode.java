package org.chainrule.export;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A link as a QR code (ISO/IEC 18004), which a telephone reads off paper. */
public final class QrCode {
    /** Characters of a link; of a longer one the squares on paper would be too small. */
    public static final int LONGEST = 1_200;

    /** Squares that stay white on each side, as the standard asks. */
    private static final int QUIET = 4;

    /** Millimetres of a square, and of the narrowest code. */
    private static final double SQUARE = 0.4;

    private static final int LEAST = 22;

    private QrCode() {}

    /** As SVG, as wide as is good to read on paper; empty where the link is too long. */
    public static String svg(String link, String label) {
        if (link.length() > LONGEST) {
            return "";
        }
        ByteMatrix squares = squares(link);
        int size = squares.getWidth() + 2 * QUIET;
        return "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" style=\"width:%.0fmm\"><path d=\"%s\"/></svg>"
                .formatted(
                        Html.escape(label),
                        size,
                        size,
                        Math.max(LEAST, SQUARE * size),
                        path(squares));
    }

    private static ByteMatrix squares(String link) {
        try {
            return Encoder.encode(link, ErrorCorrectionLevel.L).getMatrix();
        } catch (WriterException impossible) {
            throw new IllegalStateException("a QR code has room for it", impossible);
        }
    }

    /** Row by row, the black squares that touch as one rectangle. */
    private static String path(ByteMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            int x = 0;
            while (x < squares.getWidth()) {
                int end = x;
                while (end < squares.getWidth() && squares.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(end - x).append("v1h").append(x - end).append('z');
                }
                x = Math.max(end, x + 1);
            }
        }
        return path.toString();
    }
}
