Feature: other profiles, altered

  Background:
    Given a meter with:
    | name    | value |
    | profile | money |
    And a credit token of 50.00 in currency

  Scenario: Altered 1
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token
    When the customer keys in 12 wrong tokens, each as soon as the meter takes one
    And the customer keys in the token
    Then the meter accepts it
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 2
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token
    When the customer keys in 12 wrong tokens, each as soon as the meter takes one
    And the customer keys in the token
    And the customer keys in the token
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 3
    Given a meter with:
      | name    | value |
      | profile | money |
    And a credit token "bought" of 100.00 in currency
    And a credit token "second" of 50.00 in currency
    When the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    Then the meter refuses it as used
    When the customer keys in token "second"
    Then the meter accepts it
    And the display shows "Locked"
    And the meter holds 100.01 in currency

  Scenario: Altered 4
    Given a meter with:
      | name    | value |
      | profile | money |
    And a credit token "bought" of 100.00 in currency
    And a credit token "second" of 50.00 in currency
    When the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    And the customer keys in token "bought"
    Then the meter refuses it as used
    Then the meter refuses it
    And the display shows "Locked"
    And the meter holds 100.01 in currency

  Scenario: Altered 5
    Given a meter with:
      | name    | value |
      | profile | money |
    And a credit token of 50.00 in currency
    When the customer keys in 5 wrong tokens, each as soon as the meter takes one
    And the customer keys in the token
    And the customer keys in the token
    Then the meter refuses it
    And the display shows "Locked"
    When 60 seconds pass
    And the customer keys in the token
    Then the meter refuses it
    And the meter holds 50.01 in currency

  Scenario: Altered 6
    Given a meter with:
      | name    | value |
      | profile | money |
    And a credit token of 50.00 in currency
    When the customer keys in 5 wrong tokens, each as soon as the meter takes one
    And the customer keys in the token
    And the customer keys in the token
    Then the meter refuses it
    And the display shows "Locked"
    When 60 seconds pass
    And the customer keys in the token
    Then the meter accepts it
