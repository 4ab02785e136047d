Feature: lockout, altered

  Background:
    Given a meter with:
    | name    | value |
    | profile | clou  |
    And the meter holds 10.0 kWh
    And a 25.6 kWh credit token "bought"
    And a 5.0 kWh credit token "second"

  Scenario: Altered 1
    When the customer keys in token "bought" with digit 3 wrong
    And the customer keys in token "bought" with digit 4 wrong
    And the customer keys in token "bought"
    Then the meter refuses it
    And the meter holds 35.6 kWh

  Scenario: Altered 2
    When the customer keys in token "bought" with digit 3 wrong
    And the customer keys in token "bought" with digit 4 wrong
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 3
    When the customer keys in token "bought" with digit 3 wrong
    And the customer keys in token "bought" with digit 4 wrong
    And the customer keys in token "bought" with digit 5 wrong
    Then the meter refuses it
    And the display shows "LoC"
    And the meter holds 10.0 kWh

  Scenario: Altered 4
    When the customer keys in token "bought" with digit 3 wrong
    And the customer keys in token "bought" with digit 4 wrong
    And the customer keys in token "bought" with digit 5 wrong
    And the customer keys in token "bought" with digit 5 wrong
    And 11 seconds pass
    And the customer keys in token "bought"
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 5
    When the customer keys in 3 wrong tokens, each as soon as the meter takes one
    And the customer keys in "1844 6744 0738 4377 2417"
    Then the meter accepts it
    And the display shows "1"

  Scenario: Altered 6
    When the customer keys in 3 wrong tokens, each as soon as the meter takes one
    And the customer keys in "1844 6744 0738 4377 2416"
    Then the meter accepts it
    And the display shows "2"
