@faults @profiles
Feature: The terminal cover
  Under it are the wires that a thief wants. A meter with a switch there treats it as it treats its own cover; which
  meters have one, and what it means, is up to the profile.

  Background:
    Given a meter with profile "acceptance"
    And the meter holds 10.0 kWh

  Rule: An opened terminal cover latches the tamper where the profile says so, and closing it changes nothing

    Scenario: Opened and closed
      When the terminal cover is opened
      And the terminal cover is closed
      Then the tamper is latched
      And the credit is unchanged
      And the load switch is open

  Rule: A meter that starts looks whether its terminal cover is open

    Scenario: Opened while the mains is away
      When the mains fails
      And the terminal cover is opened
      And the mains returns
      Then the tamper is latched
      And the credit is unchanged
