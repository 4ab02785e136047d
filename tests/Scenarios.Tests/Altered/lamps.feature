Feature: lamps, altered

  Background:
    Given a meter with key revision 1 on base date 1993

  Scenario: Altered 1
    Given the meter holds 5.1 kWh
    When the load draws 1000 W for 5 minutes
    Then the low-credit LED is off
    And the meter holds 5.1 kWh
    When the load draws 1000 W for 1 minutes
    Then the low-credit LED is off
    And the meter holds 5.0 kWh

  Scenario: Altered 2
    Given the meter holds 2.0 kWh
    And a 3.0 kWh credit token
    Then the low-credit LED is on
    And the meter holds 5.0 kWh

  Scenario: Altered 3
    Given the meter holds 2.0 kWh
    And a 3.0 kWh credit token
    When the customer keys in the token
    Then the low-credit LED is on
    And the meter holds 15.0 kWh

  Scenario: Altered 4
    Given the meter holds 10.0 kWh
    And a maximum power limit token of 5000 W
    When the customer keys in the token
    And the load draws 6000 W for 11 seconds
    Then the load LED is off
    And the fault LED is on
    When 1 minute passes
    Then the load LED is off
    And the fault LED is off

  Scenario: Altered 5
    Given the meter holds 10.0 kWh
    When the mains fails
    And both copies of the memory are spoilt
    And both copies of the memory are spoilt
    And the mains returns
    Then the fault LED is on
    And the load LED is off
    And the low-credit LED is off

  Scenario: Altered 6
    Given the meter holds 10.0 kWh
    When the key "5" gets stuck
    And 12 seconds pass
    Then the fault LED is on
    When 10 seconds pass
    Then the fault LED is off
