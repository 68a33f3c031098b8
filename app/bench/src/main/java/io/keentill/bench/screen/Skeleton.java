package io.keentill.bench.screen;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The least that could be called a till's screen: a field and a table, nothing stored and nothing looked up. */
final class Skeleton implements AutoCloseable {

    private final ObservableList<String[]> lines = FXCollections.observableArrayList();
    private final Stage stage;
    final Screen screen;

    Skeleton() {
        Object[] made = new Object[2];
        Screen.run(() -> {
            TextField field = new TextField();
            TableView<String[]> table = new TableView<>(lines);
            for (int i = 0; i < 3; i++) {
                int column = i;
                TableColumn<String[], String> one = new TableColumn<>("Column " + i);
                one.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()[column]));
                table.getColumns().add(one);
            }
            field.setOnAction(event -> {
                lines.add(new String[] {field.getText(), "1", "1.00"});
                table.scrollTo(lines.size() - 1);
                field.clear();
            });
            Scene scene = new Scene(new VBox(field, table), 1000, 1000);
            Stage on = new Stage(StageStyle.UNDECORATED);
            on.setScene(scene);
            on.show();
            field.requestFocus();
            made[0] = on;
            made[1] = scene;
        });
        stage = (Stage) made[0];
        screen = new Screen((Scene) made[1]);
    }

    /** One more line, scanned at this moment between two frames. */
    Sample scan(String code, double moment) {
        int before = lines.size();
        return screen.painted(moment, () -> screen.burst(code), () -> lines.size() > before);
    }

    /** Empties the table. */
    void clear() {
        Screen.run(lines::clear);
    }

    @Override
    public void close() {
        Screen.run(stage::close);
    }
}
