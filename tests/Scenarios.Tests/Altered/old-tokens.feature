Feature: old tokens, altered

  Background:
    Given a meter with:
    | name         | value      |
    | manufactured | 2020-01-01 |
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a 25.6 kWh credit token "yesterday" issued at "2024-10-31 10:00"
    And a 5.0 kWh credit token "today" issued at "2024-11-01 07:00"
    When the customer keys in token "today"
    And the customer keys in token "yesterday"
    Then the meter refuses it
    And the meter holds 40.6 kWh

  Scenario: Altered 2
    Given a 25.6 kWh credit token "yesterday" issued at "2024-10-31 10:00"
    And a 5.0 kWh credit token "today" issued at "2024-11-01 07:00"
    When the customer keys in token "today"
    And the customer keys in token "yesterday"
    And the customer keys in token "yesterday"
    Then the meter accepts it
    And the meter holds 40.6 kWh

  Scenario: Altered 3
    Given a 25.6 kWh credit token "found" issued at "2020-11-01 10:00"
    When the customer keys in token "found"
    When the customer keys in token "found"
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 4
    Given a 25.6 kWh credit token "early" issued at "2020-01-02 10:00"
    When the customer keys in token "early"
    Then the meter refuses it
    And the meter holds 35.6 kWh

  Scenario: Altered 5
    Given a 25.6 kWh credit token "early" issued at "2020-01-02 10:00"
    When the customer keys in token "early"
    When the customer keys in token "early"
    Then the meter accepts it
    And the meter holds 35.6 kWh

  Scenario: Altered 6
    Given a 25.6 kWh credit token "drawer" issued at "2024-10-01 10:00"
    When the customer buys and keys in 49 tokens of 1.0 kWh
    And the customer keys in token "drawer"
    And the customer keys in token "drawer"
    Then the meter accepts it
    And the meter holds 84.6 kWh
